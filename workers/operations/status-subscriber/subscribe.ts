import { runBatch } from '../../../db/repositories/batch';
import { subscriberAt } from '../../../db/repositories/status-subscribers';
import { failure } from '../../../domain/shared/errors';
import { sha256Hex } from '../../../domain/shared/hash';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { PageAddress } from '../../../domain/status-page/page';
import type { SubscribeInput } from '../../../domain/status-page/subscriber-input';
import { countTry } from '../../access/lockout-gate';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { storedPage } from '../status-page/serve';
import { ASKED_EVERY, prepareQuestion } from './ask';
import { enqueueSoon } from './enqueue-soon';

/**
 * A visitor asks for mails: the address is asked whether it wants them (double opt-in), and is told nothing before it
 * has said so. Somebody who is subscribed is asked again, so that nobody learns who is. Failures: not-found,
 * rate-limited.
 */
export async function subscribe(
  context: Context,
  { address, email, componentIds, language }: SubscribeInput & { address: PageAddress },
): Promise<Result<null>> {
  const { db, ip, now } = context;
  const stored = await storedPage(context, address);
  if (stored?.gate.audience !== 'public') return err(notFound('status page'));
  const { page, url } = stored;
  if (!(await countTry(context, `subscribe ${page.id} ${ip ?? ''}`)).allowed) return err(tooOften);
  const known = await subscriberAt(db, { pageId: page.id, channel: 'email', addressKey: sha256Hex(email) });
  if (known && now < known.askedAt + ASKED_EVERY) return err(tooOften);
  const chosen = componentIds.filter((id) => page.components.some((component) => component.id === id));
  const wished = { componentIds: chosen, language: language ?? page.language };
  const question = await prepareQuestion(context, { page: { ...page, url }, email, known, wished });
  await runBatch(db, question.statements);
  enqueueSoon(context, [question.body]);
  return ok(null);
}

const tooOften = failure('rate-limited', 'A mail to this address is on its way already.');
