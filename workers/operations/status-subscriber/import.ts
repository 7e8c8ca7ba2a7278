import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { findStatusPage } from '../../../db/repositories/status-pages';
import { subscribersWith } from '../../../db/repositories/status-subscribers';
import { refuse } from '../../../domain/access/permissions';
import { sha256Hex } from '../../../domain/shared/hash';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Subscriber } from '../../../domain/status-page/subscriber';
import { type ImportLine, type ImportOutcome, readSubscribers } from '../../../domain/status-page/subscriber-import';
import type { ImportSubscribersInput } from '../../../domain/status-page/subscriber-input';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { ASKED_EVERY, ask, askedBy } from './ask';
import { enqueueSoon } from './enqueue-soon';

/** What became of a list, line by line; `dryRun`: what would have. `isCut`: there were more lines than are read. */
export type SubscriberImport = {
  dryRun: boolean;
  isCut: boolean;
  asked: number;
  lines: { line: number; address: string; outcome: ImportOutcome }[];
};

/** Subscribers stored in one batch; each is two statements. */
const AT_ONCE = 40;

/**
 * Asks everybody on a list whether they want mails of a page: nobody is subscribed before they have said so, as the list
 * may be old or somebody else's. Doing it again asks nobody twice within ten minutes, and nobody who has confirmed.
 * Failures: forbidden, not-found.
 */
export async function importSubscribers(
  context: Context,
  { id, text, dryRun }: ImportSubscribersInput & { id: string },
): Promise<Result<SubscriberImport>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const page = await findStatusPage(db, id);
  if (!page) return err(notFound('status page'));
  const { lines, isCut } = readSubscribers(text, page.components);
  const keys = lines.filter(({ outcome }) => outcome === null).map(({ address }) => sha256Hex(address));
  const known = new Map((await subscribersWith(db, id, keys)).map((one) => [one.addressKey, one]));
  const knownAt = ({ address }: Pick<ImportLine, 'address'>): Subscriber | null =>
    known.get(sha256Hex(address)) ?? null;
  const answered = lines.map((line) => ({ ...line, outcome: line.outcome ?? outcomeOf(knownAt(line), now) }));
  const toAsk = answered.filter(({ outcome }) => outcome === 'asked');
  const done = {
    dryRun,
    isCut,
    asked: toAsk.length,
    lines: answered.map(({ line, address, outcome }) => ({ line, address, outcome })),
  };
  if (dryRun || toAsk.length === 0) return ok(done);

  const by = askedBy(context, page);
  for (let i = 0; i < toAsk.length; i += AT_ONCE) {
    const questions = await Promise.all(
      toAsk.slice(i, i + AT_ONCE).map((line) => {
        const wished = { componentIds: line.componentIds, language: page.language };
        const at = { plain: line.address, shown: line.address };
        return ask(context, { page: by, channel: 'email', address: at, known: knownAt(line), wished, isBulk: true });
      }),
    );
    await runBatch(
      db,
      questions.flatMap(({ statements }) => statements),
    );
    enqueueSoon(
      context,
      questions.map(({ body }) => body),
    );
  }
  const after = { asked: toAsk.length };
  await runBatch(db, [
    recordAudit(context, { action: 'status-subscriber.import', targetKind: 'status-page', targetId: id, after }),
  ]);
  return ok(done);
}

function outcomeOf(known: Subscriber | null, now: number): ImportOutcome {
  if (!known) return 'asked';
  if (known.confirmedAt !== null) return 'subscribed';
  return now < known.askedAt + ASKED_EVERY ? 'asked-lately' : 'asked';
}
