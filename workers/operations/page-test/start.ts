import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { contactMethodsOf } from '../../../db/repositories/contact-methods';
import { rulesOf } from '../../../db/repositories/notification-rules';
import { insertPageTest, lastPageTest } from '../../../db/repositories/page-tests';
import { findUser } from '../../../db/repositories/users';
import { refuse } from '../../../domain/access/permissions';
import type { PageTestInput } from '../../../domain/message/page-test';
import { ladderFor } from '../../../domain/notification/ladder';
import { failure } from '../../../domain/shared/errors';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import { MINUTE, SECOND } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { usableChannels } from '../contact-method/channels';
import { prepareMessage } from '../message/prepare';

/** One run a minute: nobody's phone is a toy, and each test is to be seen through. */
const EVERY = MINUTE;

/**
 * "Page me now": runs the caller's own rules for an urgency through the real senders, each method at its time. Quiet hours
 * and mutes hold nothing back, because it is asked for. Failures: forbidden, invalid (not a person),
 * rate-limited, conflict (no usable contact method).
 */
export async function startPageTest(context: Context, { urgency }: PageTestInput): Promise<Result<{ id: string }>> {
  const { actor, db, now, config, random } = context;
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  if (actor.kind !== 'user') return err(failure('invalid', 'Only a person has rules: sign in with a session.'));
  const user = await findUser(db, actor.id);
  if (user?.status !== 'ACTIVE') return err(failure('forbidden', 'Only active people are paged.'));
  const last = await lastPageTest(db, user.id);
  if (last && last.startedAt > now - EVERY) {
    const retryAfterSeconds = Math.ceil((last.startedAt + EVERY - now) / SECOND);
    return err(
      failure('rate-limited', 'You were paged a moment ago: one test a minute.', { detail: { retryAfterSeconds } }),
    );
  }
  const [methods, rules] = await Promise.all([contactMethodsOf(db, user.id), rulesOf(db, user.id)]);
  const person = {
    ...user,
    methods: methods.map(({ id, kind, value, verifiedAt, enabled }) => ({
      id,
      kind,
      value,
      verified: verifiedAt !== null,
      enabled,
    })),
    rules: rules.map((rule) => ({
      urgency: rule.urgency,
      methodId: rule.contactMethodId,
      delaySeconds: (rule.delayMinutes * MINUTE) / SECOND,
    })),
  };
  const { rungs, reason } = ladderFor(person, urgency, await usableChannels(context), null);
  if (rungs.length === 0) return err(failure('conflict', `Nothing can be sent: ${reason ?? 'no method is usable'}.`));

  const id = newId('pageTest', random);
  const prepared = await Promise.all(
    rungs.map(({ rung, channel, value, delaySeconds }) =>
      prepareMessage(context, {
        about: [id, rung],
        content: { kind: 'page-test', urgency, url: `${config.appUrl}/profile/page-me?got=${id}.${rung}` },
        user,
        channel,
        to: value,
        isNotice: true,
        delaySeconds,
      }),
    ),
  );
  const test = { id, userId: user.id, urgency, startedAt: now, stoppedAt: null };
  const timed = prepared.map((message, rung) => ({
    messageId: message.id,
    dueAt: now + (rungs[rung]?.delaySeconds ?? 0) * SECOND,
  }));
  await runBatch(db, [
    ...prepared.flatMap(({ statements }) => statements),
    ...insertPageTest(db, test, timed),
    recordAudit(context, { action: 'page-test.start', targetKind: 'user', targetId: user.id, after: { urgency } }),
  ]);
  for (const message of prepared) message.enqueueSoon();
  return ok({ id });
}
