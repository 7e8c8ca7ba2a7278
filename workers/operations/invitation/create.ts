import { endAccessTokens, insertAccessToken } from '../../../db/repositories/access-tokens';
import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { findUser } from '../../../db/repositories/users';
import { actorRef } from '../../../domain/access/actor';
import { refuse } from '../../../domain/access/permissions';
import { INVITATION_LIFE } from '../../../domain/message/kinds';
import { failure } from '../../../domain/shared/errors';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Instant } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { prepareMessage } from '../message/prepare';
import { newLinkToken } from '../password/link-token';
import { refuseOverAdmins } from '../user/guard';

/**
 * Invites a person by a link that works once, for 7 days (FEATURES §6): e-mailed, and in this answer only to be copied.
 * The invitation before ends. Inviting an administrator needs "secrets.write", because whoever has the link comes in as
 * one. Failures: forbidden, not-found, conflict (not INVITED).
 */
export async function createInvitation(
  context: Context,
  { id }: IdInput,
): Promise<Result<{ url: string; expiresAt: Instant }>> {
  const { actor, config, db, now } = context;
  const refusal = refuse(actor, 'people.write');
  if (refusal) return err(refusal);
  const user = await findUser(db, id);
  if (!user) return err(notFound('person'));
  const overAdmin = refuseOverAdmins(actor, user, {});
  if (overAdmin) return err(overAdmin);
  if (user.status !== 'INVITED') {
    return err(
      failure('conflict', 'Only people who have not come in yet can be invited.', { detail: { status: user.status } }),
    );
  }

  const invitedBy = actorRef(actor);
  const { token, row } = newLinkToken(context, 'invitation', id, INVITATION_LIFE);
  const url = `${config.appUrl}/accept/${token}`;
  const message = await prepareMessage(context, {
    about: [row.id],
    content: { kind: 'invitation', invitedBy: invitedBy.name, url },
    user,
    channel: 'email',
    to: user.email,
  });
  await runBatch(db, [
    endAccessTokens(db, id, now, 'invitation'),
    insertAccessToken(db, { ...row, createdBy: invitedBy.id ?? null }),
    ...message.statements,
    recordAudit(context, {
      action: 'invitation.create',
      targetKind: 'user',
      targetId: id,
      after: { email: user.email, expiresAt: row.expiresAt },
    }),
  ]);
  message.enqueueSoon();
  return ok({ url, expiresAt: row.expiresAt });
}
