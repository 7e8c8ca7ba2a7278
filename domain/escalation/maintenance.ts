import type { SlaDue } from '../incident/sla';
import type { IncidentAlert, IncidentState } from '../incident/state';
import { serviceOfInbox } from '../integration/key';
import { coversLabels, nextSpan, type PlanWindow, spanAt } from '../maintenance/window';
import type { PagingPlan } from '../plan/plan';
import { type Instant, MINUTE } from '../shared/time';
import { type Change, clearPagingTimers, clearTimer, log, setTimer } from './change';
import { cancelUnclaimed } from './notify';

/** The maintenance that an incident is in: until when, as far as is known, and whether that holds its pages. */
export type InMaintenance = {
  windowId: string;
  name: string;
  since: Instant;
  until: Instant;
  /** Its pages are held; false where somebody works on it, or it was suppressed for another reason before. */
  held: boolean;
  /** What was due without the pause, in incidents that an earlier release has put into maintenance. */
  due?: SlaDue;
};

export type Cover = { windowId: string; name: string; until: Instant };

/** A window may be ended early or moved while nobody can be told: so often it is looked at again. */
const LOOK_AGAIN_MS = 15 * MINUTE;

/** What a person declares by hand is meant to page, so no window takes it. */
const takes = (window: PlanWindow, alert: IncidentAlert): boolean =>
  serviceOfInbox(alert.inbox) === null && coversLabels(window, alert.labels);

const openAlerts = (state: IncidentState): IncidentAlert[] =>
  Object.values(state.alerts).filter(({ status }) => status === 'OPEN');

/** The window that takes an alert and is in force longest. */
function coverOfAlert(alert: IncidentAlert, windows: readonly PlanWindow[], now: Instant): Cover | null {
  const covers = windows
    .filter((window) => takes(window, alert))
    .map((window) => ({ windowId: window.id, name: window.name, until: spanAt(window, now)?.end ?? now }))
    .filter(({ until }) => until > now);
  return covers.toSorted((a, b) => b.until - a.until || (a.windowId < b.windowId ? -1 : 1))[0] ?? null;
}

/** An incident is in maintenance while every alert of it that is open is; until the first of them no longer is. */
export function coverOf(state: IncidentState, { maintenance = [] }: PagingPlan, now: Instant): Cover | null {
  const covers: Cover[] = [];
  for (const alert of openAlerts(state)) {
    const cover = coverOfAlert(alert, maintenance, now);
    if (!cover) return null;
    covers.push(cover);
  }
  return covers.toSorted((a, b) => a.until - b.until)[0] ?? null;
}

/** The earliest that a window which takes any of its alerts begins. */
function nextStart({ state, plan, now }: Change): Instant | null {
  const alerts = openAlerts(state);
  const starts = (plan.maintenance ?? [])
    .filter((window) => alerts.some((alert) => takes(window, alert)))
    .flatMap((window) => nextSpan(window, now)?.start ?? []);
  return starts.length > 0 ? Math.min(...starts) : null;
}

/** Waits for the end of the maintenance, or for the start of the next; looked at again on the way. */
export function waitForMaintenance(change: Change): void {
  const { state, now } = change;
  clearTimer(change, 'maintenance');
  if (state.status === 'RESOLVED') return;
  const at = state.maintenance ? Math.min(state.maintenance.until, now + LOOK_AGAIN_MS) : nextStart(change);
  if (at !== null) setTimer(change, { id: 'maintenance', kind: 'maintenance', at });
}

/** The incident is in maintenance from now on, or in another than it was, or until another time. */
export function enterMaintenance(change: Change, cover: Cover): InMaintenance {
  const { state, now } = change;
  const known = state.maintenance;
  const next = { ...(known ?? { since: now, held: false }), ...cover };
  if (known && known.until !== cover.until) log(change, 'maintenance-moved', detailOf(cover));
  state.maintenance = next;
  return next;
}

/** What happens to the pages is for the caller. */
export function leaveMaintenance(change: Change): InMaintenance | null {
  const { state } = change;
  const known = state.maintenance ?? null;
  state.maintenance = null;
  clearTimer(change, 'maintenance');
  return known;
}

export const detailOf = ({ windowId, name, until }: Cover) => ({ maintenanceWindowId: windowId, window: name, until });

/** Nobody is paged until the window ends. */
export function holdPages(change: Change, cover: Cover): void {
  const { state } = change;
  const maintenance = enterMaintenance(change, cover);
  clearPagingTimers(change);
  state.paused = null;
  cancelUnclaimed(change, 'maintenance');
  state.status = 'SUPPRESSED';
  state.maintenance = { ...maintenance, held: true };
  log(change, 'suppressed', { reason: `Maintenance window “${cover.name}”`, ...detailOf(cover) });
}

/** Whether somebody has said that this incident pages, whatever the window. */
export const isIgnored = ({ maintenanceIgnoredUntil }: IncidentState, { until }: Cover): boolean =>
  until <= (maintenanceIgnoredUntil ?? 0);

/** Whether a window holds pages of this incident now, also those to somebody who works on it. */
export function isQuiet({ state, plan, now }: Change): boolean {
  const cover = coverOf(state, plan, now);
  return cover !== null && !isIgnored(state, cover);
}

/** Before anything starts to page: true where a window holds it back instead. */
export function heldByMaintenance(change: Change): boolean {
  const cover = coverOf(change.state, change.plan, change.now);
  if (!cover || isIgnored(change.state, cover)) return false;
  holdPages(change, cover);
  waitForMaintenance(change);
  return true;
}

/** Somebody asks for pages by hand while a window is in force: it holds this incident no longer. */
export function pageInSpiteOfMaintenance(change: Change): void {
  const { state, plan, now } = change;
  const cover = coverOf(state, plan, now);
  if (!cover) return;
  state.maintenanceIgnoredUntil = cover.until;
  if (state.maintenance) state.maintenance.held = false;
}
