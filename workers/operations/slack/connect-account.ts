import {
  type ContactMethod,
  contactMethodsOf,
  insertContactMethod,
  MAX_METHODS,
} from '../../../db/repositories/contact-methods';
import { peopleOfMember, redeemSlackLink } from '../../../db/repositories/slack';
import { markVerified } from '../../../db/repositories/verification-codes';
import { readAddress } from '../../../domain/notification/contact-method';
import { failure } from '../../../domain/shared/errors';
import { sha256Hex } from '../../../domain/shared/hash';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { saveChange } from '../config/save';
import { auditOf } from '../contact-method/view';
import { deadLink, findLink } from './find-link';

/**
 * Connects a Slack account to whoever is signed in: the account becomes a verified contact method of theirs, since the
 * link was shown in it alone. Failures: unauthenticated, not-found (the link), conflict (somebody else's; too many).
 */
export async function connectSlackAccount(
  context: Context,
  { token }: { token: string },
): Promise<Result<{ memberId: string }>> {
  const { actor, db, now, random } = context;
  const found = await findLink(context, { token });
  if (!found.ok) return found;
  if (actor.kind !== 'user') return err(failure('unauthenticated', 'Sign in first.'));
  const { memberId } = found.value;
  const address = readAddress('slack', memberId);
  if ('problem' in address) return err(deadLink);
  const owners = await peopleOfMember(db, memberId);
  if (owners.some(({ id }) => id !== actor.id))
    return err(failure('conflict', 'This Slack account is connected to somebody else. They have to remove it first.'));
  const present = await contactMethodsOf(db, actor.id);
  const known = present.find(({ kind, value }) => kind === 'slack' && value === memberId);
  if (!known && present.length >= MAX_METHODS)
    return err(failure('conflict', `A person has at most ${MAX_METHODS} contact methods.`));
  if (!(await redeemSlackLink(db, sha256Hex(token), now))) return err(deadLink);

  const base = known ?? {
    id: newId('contactMethod', random),
    userId: actor.id,
    kind: 'slack' as const,
    value: memberId,
    enabled: true,
    createdAt: now,
  };
  const method: ContactMethod = { ...base, verifiedAt: now, updatedAt: now };
  await saveChange(context, {
    action: known ? 'contact-method.verify' : 'contact-method.create',
    targetKind: 'contact-method',
    targetId: method.id,
    before: known ? auditOf(known) : null,
    after: auditOf(method),
    statements: [known ? markVerified(db, known, now) : insertContactMethod(db, method)],
    touches: { kind: 'USER', id: actor.id },
  });
  return ok({ memberId });
}
