import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { findContactMethod } from '../../../db/repositories/contact-methods';
import { findNoticeSettings, type NoticeSettings, putNoticeSettings } from '../../../db/repositories/shift-notices';
import { findUser } from '../../../db/repositories/users';
import { refuse } from '../../../domain/access/permissions';
import type { NoticeSettingsInput } from '../../../domain/schedule/notice-input';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { invalidField, notFound } from '../config/failures';
import { given } from '../config/given';
import { refuseUnlessOwn } from '../config/own';

/** Which notices about their shifts a person gets, and where. Failures: forbidden, not-found. */
export async function getNoticeSettings({ actor, db }: Context, { id }: IdInput): Promise<Result<NoticeSettings>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  return (await findUser(db, id)) ? ok(await findNoticeSettings(db, id)) : err(notFound('person'));
}

/** Changes them; what is left out stays. Failures: forbidden, not-found, invalid (not a verified method of theirs). */
export async function updateNoticeSettings(
  context: Context,
  { id, ...input }: NoticeSettingsInput & IdInput,
): Promise<Result<NoticeSettings>> {
  const { actor, db, now } = context;
  const refusal = refuseUnlessOwn(actor, id);
  if (refusal) return err(refusal);
  if (!(await findUser(db, id))) return err(notFound('person'));
  if (input.contactMethodId) {
    const method = await findContactMethod(db, input.contactMethodId);
    if (method?.userId !== id || method.verifiedAt === null) {
      return err(invalidField('contactMethodId', 'Must be a verified contact method of this person'));
    }
  }
  const before = await findNoticeSettings(db, id);
  const after: NoticeSettings = { ...before, ...given(input) };
  await runBatch(db, [
    putNoticeSettings(db, id, after, now),
    recordAudit(context, { action: 'shift-notices.update', targetKind: 'user', targetId: id, before, after }),
  ]);
  return ok(after);
}
