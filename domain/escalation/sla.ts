import {
  answeredAt,
  countedPriority,
  DEFAULT_SLA_WARNING_PERCENT,
  dueFrom,
  dueOf,
  movedBy,
  newWatch,
  retargeted,
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
import type { Timer } from './timers';

const TIMER = 'sla';

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

/** Another priority, or another urgency where there is none, brings the targets that its service has for it. */
function reconcileTargets({ state, plan, now }: Change, watch: SlaWatch): void {
  const priority = countedPriority(state);
  const before = watch.priority;
  watch.priority = priority;
  if (before === undefined || before === priority || state.status === 'RESOLVED') return;
  const { ackDueAt, resolveDueAt } = state.sla;
  const due = watch.pause?.due ?? { ackDueAt, resolveDueAt };
  const to = dueFrom(state.openedAt, plan.service.settings.sla[priority]);
  const moved = retargeted(due, { openedAt: state.openedAt, lengths: watch.lengths, to, clock: state.sla, now });
  const { lengths } = newWatch(state.openedAt, to);
  watch.changes = (watch.changes ?? 0) + 1;
  for (const target of SLA_TARGETS) {
    if (dueOf(target, moved) === dueOf(target, due)) continue;
    watch.lengths[target] = lengths[target];
    delete watch.told[target];
  }
  if (watch.pause) watch.pause.due = moved;
  else Object.assign(state.sla, moved);
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

/** What is to be said of a target next, and when; null: nothing more. */
function nextWord({ state, plan, now }: Change, watch: SlaWatch, target: SlaTarget): Timer | null {
  const dueAt = dueOf(target, state.sla);
  const told = watch.told[target];
  if (state.status === 'RESOLVED' || dueAt === null || answeredAt(target, state.sla) !== null || told === 'breached')
    return null;
  const { slaWarningPercent: percent = DEFAULT_SLA_WARNING_PERCENT } = plan.service.settings;
  // What is due already is missed, and no more nearly missed.
  const at =
    told === 'warned' || dueAt <= now
      ? null
      : warningAt(dueAt, watch.lengths[target] ?? dueAt - state.openedAt, percent);
  if (at !== null) return { id: TIMER, kind: 'sla-warning', at, target };
  return { id: TIMER, kind: 'sla-breach', at: dueAt, target };
}

/**
 * Brings the SLA clock up to what the incident has become: whether it stands, what is due when, and when that is to be
 * warned of. Last in every change, so that no verb has to think of it.
 */
export function watchSla(change: Change): void {
  const watch = structuredClone(watchOf(change.state));
  change.state.slaWatch = watch;
  reconcileTargets(change, watch);
  reconcilePause(change, watch);
  // One wait for both targets: the next is set when this one has gone off.
  const [next] = SLA_TARGETS.flatMap((target) => nextWord(change, watch, target) ?? []).toSorted((a, b) => a.at - b.at);
  if (next) setTimer(change, next);
  else clearTimer(change, TIMER);
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
  // One message for each target and each change of it: the wave stays that of the pages, which these do not belong to.
  const repetition = SLA_TARGETS.indexOf(target) + SLA_TARGETS.length * (watch.changes ?? 0);
  tellQuietly(change, people, { intent, why, repetition });
}

/** Most of the time for a target is gone and it is not met: said once, in the logbook and to whoever is concerned. */
export const warnOfSla = (change: Change, target: SlaTarget): void => tell(change, target, 'sla-warning');

/** The time for a target has passed without it being met. */
export const breachSla = (change: Change, target: SlaTarget): void => tell(change, target, 'sla-breached');
