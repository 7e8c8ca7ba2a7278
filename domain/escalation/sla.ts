import {
  answeredAt,
  DEFAULT_SLA_WARNING_PERCENT,
  dueOf,
  movedBy,
  newWatch,
  SLA_TARGETS,
  type SlaTarget,
  type SlaWatch,
  warningAt,
} from '../incident/sla';
import type { IncidentState } from '../incident/state';
import { peopleFor } from '../plan/targets';
import { type Instant, MINUTE } from '../shared/time';
import { type Change, clearTimer, log, setTimer } from './change';
import { tellQuietly } from './quiet-news';

/** Until when the clock stands now, as far as is known; null: it runs (SEMANTICS 15, and the service's settings). */
function standsUntil({ state, plan }: Change): Instant | null {
  const { slaPausesInMaintenance = true, slaPausesWhileSnoozed = false } = plan.service.settings;
  const ends: Instant[] = [];
  if (slaPausesInMaintenance && state.maintenance) ends.push(state.maintenance.until);
  if (slaPausesWhileSnoozed && state.status === 'SNOOZED' && state.snoozedUntil !== null) ends.push(state.snoozedUntil);
  return ends.length > 0 ? Math.max(...ends) : null;
}

/** What an incident keeps of its clock; made up from what there is where an earlier release has opened it. */
function watchOf(state: IncidentState): SlaWatch {
  if (state.slaWatch) return state.slaWatch;
  const { maintenance } = state;
  const due = maintenance?.due;
  const pause = maintenance && due ? { since: maintenance.since, until: maintenance.until, due } : null;
  return { ...newWatch(state.openedAt, due ?? state.sla), pause };
}

/** Begins, moves or ends the pause of the clock, by what the incident has come to. */
function reconcilePause(change: Change, watch: SlaWatch): void {
  const { state, now } = change;
  const until = standsUntil(change);
  const { ackDueAt, resolveDueAt } = state.sla;
  if (until === null) {
    if (watch.pause) Object.assign(state.sla, movedBy(watch.pause, Math.min(now, watch.pause.until), state.sla));
    watch.pause = null;
    return;
  }
  watch.pause = { ...(watch.pause ?? { since: now, due: { ackDueAt, resolveDueAt } }), until };
  Object.assign(state.sla, movedBy(watch.pause, until, state.sla));
}

const timerIds = (target: SlaTarget) => ({ warning: `sla-warning:${target}`, breach: `sla-breach:${target}` });

function arm(change: Change, watch: SlaWatch, target: SlaTarget): void {
  const { state, plan } = change;
  const ids = timerIds(target);
  clearTimer(change, ids.warning);
  clearTimer(change, ids.breach);
  const dueAt = dueOf(target, state.sla);
  const told = watch.told[target];
  if (state.status === 'RESOLVED' || dueAt === null || answeredAt(target, state.sla) !== null || told === 'breached')
    return;
  setTimer(change, { id: ids.breach, kind: 'sla-breach', at: dueAt, target });
  const { slaWarningPercent: percent = DEFAULT_SLA_WARNING_PERCENT } = plan.service.settings;
  const at = warningAt(dueAt, watch.lengths[target] ?? dueAt - state.openedAt, percent);
  if (at !== null && told !== 'warned') setTimer(change, { id: ids.warning, kind: 'sla-warning', at, target });
}

/**
 * Brings the SLA clock up to what the incident has become: whether it stands, what is due when, and when that is to be
 * warned of. Last in every change, so that no verb has to think of it.
 */
export function watchSla(change: Change): void {
  const watch = structuredClone(watchOf(change.state));
  change.state.slaWatch = watch;
  reconcilePause(change, watch);
  for (const target of SLA_TARGETS) arm(change, watch, target);
}

/** Whoever has it, and everyone who was paged for it. */
function concerned({ state, plan, now }: Change): string[] {
  const { assignee } = state;
  const holders = assignee ? peopleFor({ kind: assignee.kind, id: assignee.id }, plan, now).people : [];
  return [...new Set([...holders.map(({ id }) => id), ...Object.keys(state.paged)])];
}

function tell(change: Change, target: SlaTarget, intent: 'sla-warning' | 'sla-breached'): void {
  const { state } = change;
  const watch = watchOf(state);
  const dueAt = dueOf(target, state.sla);
  watch.told[target] = intent === 'sla-warning' ? 'warned' : 'breached';
  state.slaWatch = watch;
  const minutes = Math.round((watch.lengths[target] ?? 0) / MINUTE);
  const people = concerned(change);
  log(change, intent, { target, dueAt, minutes, people: people.flatMap((id) => change.plan.people[id]?.name ?? []) });
  const why = { kind: intent, target, minutes };
  // One message for each target: the wave stays that of the pages, which these do not belong to.
  tellQuietly(change, people, { intent, why, repetition: SLA_TARGETS.indexOf(target) });
}

/** Most of the time for a target is gone and it is not met: said once, in the logbook and to whoever is concerned. */
export const warnOfSla = (change: Change, target: SlaTarget): void => tell(change, target, 'sla-warning');

/** The time for a target has passed without it being met. */
export const breachSla = (change: Change, target: SlaTarget): void => tell(change, target, 'sla-breached');
