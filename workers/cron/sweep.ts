import { runBatch } from '../../db/repositories/batch';
import { deleteSamplesBefore, putMark, wasSampled } from '../../db/repositories/health';
import { deleteOldIdempotencyKeys } from '../../db/repositories/idempotency-keys';
import { overdueIncidents, takeInboxesToPoke } from '../../db/repositories/sweep';
import { SAMPLES_KEPT_MS } from '../../domain/health/health';
import { DAY, SECOND } from '../../domain/shared/time';
import type { Context } from '../context';
import { inboxPort, incidentPort } from '../durable/stubs';
import { sendDueDigests } from '../operations/digest/send';
import { sendDueMessages } from '../operations/message/sweep';
import { pushBehind } from '../operations/plan/push';
import { sweepStatusPages } from '../operations/status-page/sweep';
import { ensureVapid } from '../operations/vapid/ensure';
import { tellOverdueNews } from '../operations/watcher/tell';
import { sendDueWebhooks } from '../operations/webhook/sweep';

/** An incident that should have woken so long ago is poked (SEMANTICS 29). */
const OVERDUE_MS = 45 * SECOND;
const AT_MOST = 200;
/** The first sweep of a process also wakes what is due soon: its messages may have been lost with the last process. */
const LOOK_AHEAD_MS = 150 * SECOND;
let isFirst = true;
/** A fourth of all inboxes each minute, so that each is poked within five (SEMANTICS 21). */
const INBOX_SHARE = 4;

async function pokeAll(what: string, pokes: (() => Promise<void>)[]): Promise<number> {
  const results = await Promise.allSettled(pokes.map((poke) => poke()));
  const failed = results.filter(({ status }) => status === 'rejected').length;
  if (failed > 0) console.warn(`sweep: ${failed} of ${pokes.length} ${what} could not be poked`);
  return failed;
}

async function beat(url: string | null): Promise<void> {
  if (!url) return;
  await fetch(url, {
    method: 'POST',
    headers: { 'user-agent': 'OpsKnight-Edge' },
    signal: AbortSignal.timeout(10_000),
  });
}

/**
 * Every minute: whatever is overdue is poked, inboxes in rotation, paging plans that are
 * behind are pushed, messages and webhook deliveries that wait are sent, and status pages are made anew.
 * A clean sweep tells the outside heartbeat, so that somebody notices when the sweep itself has stopped.
 */
export async function sweep(context: Context): Promise<void> {
  const { db, env, now } = context;
  const incidents = await overdueIncidents(db, isFirst ? now + LOOK_AHEAD_MS : now - OVERDUE_MS, AT_MOST);
  isFirst = false;
  const inboxes = await takeInboxesToPoke(db, now, INBOX_SHARE);
  const failed = await Promise.all([
    pokeAll(
      'incidents',
      incidents.map((id) => () => incidentPort(env, id).poke()),
    ),
    pokeAll(
      'inboxes',
      inboxes.map((inbox) => () => inboxPort(env, inbox).poke()),
    ),
  ]);
  await ensureVapid(context);
  await pushBehind(context, AT_MOST);
  await sendDueDigests(context, AT_MOST);
  await tellOverdueNews(context, AT_MOST);
  await sendDueMessages(context, AT_MOST);
  await sendDueWebhooks(context, AT_MOST);
  await sweepStatusPages(context, AT_MOST);
  await deleteOldIdempotencyKeys(db, now - DAY);
  await noteSweep(
    context,
    failed.every((count) => count === 0),
  );
}

/** A storage that was full within the hour keeps the outside heartbeat silent: somebody has to look. */
async function noteSweep({ db, now, config }: Context, wasEverythingReached: boolean): Promise<void> {
  const isClean = wasEverythingReached && !(await wasSampled(db, 'storage-full', now - SAMPLES_KEPT_MS));
  const marks = isClean ? [putMark(db, 'clean-sweep', now)] : [];
  await runBatch(db, [deleteSamplesBefore(db, now - SAMPLES_KEPT_MS), putMark(db, 'sweep', now), ...marks]);
  if (isClean) await beat(config.heartbeatUrl);
}
