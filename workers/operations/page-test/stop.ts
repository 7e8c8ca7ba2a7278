import { runBatch } from '../../../db/repositories/batch';
import { findPageTest, markMessageRead, messagesOfTest, stopPageTest } from '../../../db/repositories/page-tests';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { isSelf } from '../config/own';

/** Ends a run of one's own: methods that have not gone out yet do not. Again changes nothing. Failures: forbidden, not-found. */
export async function stopPageTestOf(context: Context, { id }: IdInput): Promise<Result<{ id: string }>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const test = await findPageTest(db, id);
  if (!test || !isSelf(actor, test.userId)) return err(notFound('page test'));
  await runBatch(db, stopPageTest(db, id, 'stopped by hand', now));
  return ok({ id });
}

/**
 * The receiver has opened the message of one method: that one is READ, and later methods do not go out, as after an
 * acknowledgement. Failures: forbidden, not-found (also for those of others).
 */
export async function openPageTest(
  context: Context,
  { id, position }: IdInput & { position: number },
): Promise<Result<{ id: string }>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const test = await findPageTest(db, id);
  if (!test || !isSelf(actor, test.userId)) return err(notFound('page test'));
  const message = (await messagesOfTest(db, id)).find((one) => one.position === position);
  if (!message) return err(notFound('page test'));
  await runBatch(db, [markMessageRead(db, message.id, now), ...stopPageTest(db, id, 'you had it by then', now)]);
  return ok({ id });
}
