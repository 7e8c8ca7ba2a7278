import { runBatch } from '../../../db/repositories/batch';
import { insertChange } from '../../../db/repositories/status-facts';
import { findStatusPage } from '../../../db/repositories/status-pages';
import { nextReportStep } from '../../../db/repositories/status-reports';
import type { Instant } from '../../../domain/shared/time';
import {
  addressesOf,
  addressName,
  baseUrl,
  type StatusAnnouncement,
  type StatusPage,
} from '../../../domain/status-page/page';
import { publicPageOf } from '../../../domain/status-page/public';
import { nextMidnight } from '../../../domain/status-page/uptime';
import type { Context } from '../../context';
import { statusPagePort } from '../../durable/stubs';
import { exportPage } from './export';
import { gatherFacts } from './facts';
import { forget } from './memory';
import { purge } from './purge';
import { statesOf } from './states';

/**
 * Makes a page anew: notes what its components have become, and stores what visitors may know of it at each of its
 * addresses. Doing it again changes nothing. Does nothing for a page that there is not. Throws when D1 does not answer,
 * so that what stands there goes on being served as of then.
 */
export async function refreshPage(context: Context, pageId: string): Promise<void> {
  const { db, now } = context;
  const page = await findStatusPage(db, pageId);
  if (!page) return;
  const [{ reports, announcements, changes, postmortems }, stepAt] = await Promise.all([
    gatherFacts(context, page),
    nextReportStep(db, pageId),
  ]);
  const states = new Map([...(await statesOf(context, page, reports))].map(([id, { state }]) => [id, state]));
  const changed = [...states].filter(([id, state]) => changes.get(id)?.at(-1)?.state !== state);
  await runBatch(
    db,
    changed.map(([id, state]) => insertChange(db, id, state, now)),
  );
  for (const [id, state] of changed) changes.set(id, [...(changes.get(id) ?? []), { state, at: now }]);

  const known = publicPageOf({ page, states, changes, reports, announcements, postmortems }, now);
  await store(context, page, known, soonest(now, page, announcements, stepAt));
}

async function store(
  context: Context,
  page: StatusPage,
  known: ReturnType<typeof publicPageOf>,
  nextAt: Instant,
): Promise<void> {
  const { config, env, now, waitUntil } = context;
  const gate = { audience: page.audience, passwordHash: page.passwordHash };
  const logos = { light: page.look.logo, dark: page.look.logoDark };
  await Promise.all(
    addressesOf(page).map(async (address, i) => {
      const url = baseUrl(config.appUrl, address);
      const stored = { page: known, gate, logos, url, checkedAt: now, nextAt };
      const { changed, isExported } = await statusPagePort(env, addressName(address)).put(stored);
      if (i === 0 && !isExported) waitUntil(exportPage(context, page));
      if (!changed) return;
      forget(addressName(address));
      waitUntil(purge(config, url));
    }),
  );
}

/** When the page is another one by the clock alone. */
function soonest(
  now: Instant,
  { timezone, components }: StatusPage,
  announcements: readonly StatusAnnouncement[],
  stepAt: Instant | null,
): Instant {
  const times = [
    ...components.map(({ manual }) => manual?.until),
    ...announcements.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]),
    stepAt,
  ].filter((at): at is number => typeof at === 'number' && at > now);
  return Math.min(nextMidnight(now, timezone), ...times);
}
