import { runBatch } from '../../../db/repositories/batch';
import { subscriberAt } from '../../../db/repositories/status-subscribers';
import { failure } from '../../../domain/shared/errors';
import { sha256Hex } from '../../../domain/shared/hash';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { PageAddress } from '../../../domain/status-page/page';
import { readAddress } from '../../../domain/status-page/subscriber-address';
import type { SubscribeInput } from '../../../domain/status-page/subscriber-input';
import { countTry } from '../../access/lockout-gate';
import type { Context } from '../../context';
import { invalidField, notFound } from '../config/failures';
import { storedPage } from '../status-page/serve';
import { ASKED_EVERY, ask } from './ask';
import { enqueueSoon } from './enqueue-soon';

/**
 * A visitor gives an address: it is asked whether it wants to hear of the page (double opt-in), and is told nothing
 * before it has said so; thus nobody subscribes a stranger. Whoever is subscribed is asked again, so that nobody learns
 * who is. Failures: not-found, invalid (address), rate-limited.
 */
export async function subscribe(
  context: Context,
  { address: at, wish }: { address: PageAddress; wish: SubscribeInput },
): Promise<Result<null>> {
  const { config, db, ip, now } = context;
  const stored = await storedPage(context, at);
  if (stored?.gate.audience !== 'public') return err(notFound('status page'));
  const { page, url } = stored;
  const { channel, componentIds, language } = wish;
  const read = readAddress(channel, wish.address, config.allowLoopbackWebhooks);
  if (!read.ok) return err(invalidField('address', `The address ${read.error}`));
  if (!(await countTry(context, `subscribe ${page.id} ${ip ?? ''}`)).allowed) return err(tooOften);
  const address = read.value;
  const known = await subscriberAt(db, { pageId: page.id, channel, addressKey: sha256Hex(address.plain) });
  if (known && now < known.askedAt + ASKED_EVERY) return err(tooOften);
  const chosen = componentIds.filter((id) => page.components.some((component) => component.id === id));
  const wished = { componentIds: chosen, language: language ?? page.language };
  const asked = await ask(context, { page: { id: page.id, name: page.name, url }, channel, address, known, wished });
  await runBatch(db, asked.statements);
  enqueueSoon(context, [asked.body]);
  return ok(null);
}

const tooOften = failure('rate-limited', 'A message to this address is on its way already.');
