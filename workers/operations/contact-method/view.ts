import type { ContactMethod } from '../../../db/repositories/contact-methods';
import type { MethodProblem } from '../../../db/repositories/method-problems';
import type { Actor } from '../../../domain/access/actor';
import { can } from '../../../domain/access/permissions';
import type { Instant } from '../../../domain/shared/time';
import { isSelf } from '../config/own';

/** `problem`: what a provider said of the address, until a message arrives there or it is verified anew. */
export type ContactMethodView = Omit<ContactMethod, 'verifiedAt'> & {
  verified: boolean;
  verifiedAt: Instant | null;
  problem: MethodProblem | null;
};

const HIDDEN = 'push subscription';

/** A method as this actor may see it: a push subscription holds keys, which are its owner's business. */
export function viewOf(actor: Actor, method: ContactMethod, problem: MethodProblem | null = null): ContactMethodView {
  const isHidden = method.kind === 'push' && !isSelf(actor, method.userId) && !can(actor, 'people.write');
  return { ...method, value: isHidden ? HIDDEN : method.value, verified: method.verifiedAt !== null, problem };
}

/** A method as it stands in the audit log. */
export const auditOf = (method: ContactMethod): ContactMethod =>
  method.kind === 'push' ? { ...method, value: HIDDEN } : method;
