import type { Actor } from '../../../domain/access/actor';
import { refuse } from '../../../domain/access/permissions';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';

export type PersonActor = Extract<Actor, { kind: 'user' }>;

/** The signed-in person, for what only people have: a password and sessions. Failures: unauthenticated, forbidden. */
export function refuseUnlessPerson(actor: Actor): Result<PersonActor> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  return actor.kind === 'user' ? ok(actor) : err(failure('forbidden', 'Only a signed-in person can do this.'));
}
