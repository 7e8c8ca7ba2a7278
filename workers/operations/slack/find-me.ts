import { contactMethodsOf } from '../../../db/repositories/contact-methods';
import { findUser } from '../../../db/repositories/users';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { connectedConfig } from '../../slack';
import { slackMemberByEmail } from '../../slack-api';
import { createContactMethod } from '../contact-method/create';
import { sendCode } from '../contact-method/send-code';

/**
 * Looks for the Slack account with one's own e-mail address and sends it a code; typing that code connects it, because
 * an address alone proves nothing. `verified`: it is connected already. Failures: unauthenticated, not-found, conflict
 * (no workspace), unavailable, rate-limited.
 */
export async function findMeInSlack(context: Context): Promise<Result<{ id: string; verified: boolean }>> {
  const { actor, db } = context;
  const user = actor.kind === 'user' ? await findUser(db, actor.id) : null;
  if (!user) return err(failure('unauthenticated', 'Sign in first.'));
  const { botToken, apiUrl } = (await connectedConfig(context, 'slack')).slack;
  if (botToken === null) return err(failure('conflict', 'No Slack workspace is connected yet. Ask an administrator.'));
  const member = await slackMemberByEmail({ botToken, apiUrl }, user.email);
  if (!member.ok) return member;
  const known = (await contactMethodsOf(db, user.id)).find(
    ({ kind, value }) => kind === 'slack' && value === member.value,
  );
  if (known?.verifiedAt != null) return ok({ id: known.id, verified: true });
  let id = known?.id;
  if (id === undefined) {
    const made = await createContactMethod(context, {
      userId: user.id,
      kind: 'slack',
      value: member.value,
      enabled: true,
    });
    if (!made.ok) return made;
    id = made.value.id;
  }
  const sent = await sendCode(context, { id });
  return sent.ok ? ok({ id, verified: false }) : sent;
}
