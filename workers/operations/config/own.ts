import type { Actor } from '../../../domain/access/actor';
import { refuse } from '../../../domain/access/permissions';
import type { Failure } from '../../../domain/shared/errors';

export const isSelf = (actor: Actor, userId: string): boolean => actor.kind === 'user' && actor.id === userId;

/** People look after their own contact methods and rules; those of others need "people.write". */
export const refuseUnlessOwn = (actor: Actor, userId: string): Failure | null =>
  refuse(actor, isSelf(actor, userId) ? 'config.read' : 'people.write');
