import type { Urgency } from '../incident/incident';
import type { AlertStanding, IncidentRef } from '../incident/merge';
import { refWord } from '../incident/merge';
import type { IncidentAlert, IncidentState } from '../incident/state';
import type { TimelineEntry } from '../incident/timeline';
import type { PlanPerson } from '../plan/plan';
import { type Failure, failure } from '../shared/errors';
import { hashedId } from '../shared/hash';
import { alertId } from './alert-id';
import { type Change, clearTimer, logAsActor } from './change';
import { leaveMaintenance } from './maintenance';
import { stopPaging } from './paging';

/** What the incident that is merged hands to the one it goes into. `seq` is the giver's count of changes. */
export type HandOver = {
  from: IncidentRef;
  seq: number;
  urgency: Urgency;
  alerts: IncidentAlert[];
  /** Who was paged for it, and as much of them as it takes to tell them that it is over. */
  paged: string[];
  people: PlanPerson[];
  /** Its logbook so far. */
  history: TimelineEntry[];
};

const refOf = ({ id, number, title }: IncidentState): IncidentRef => ({ id, number, title });

/** Sends the keys of its alerts, and what comes for them, from one incident to the other. */
function redirect(change: Change, from: string, to: string): void {
  for (const { inbox, dedupKey, status } of Object.values(change.state.alerts)) {
    change.effects.push({ kind: 'redirect', inbox, dedupKey, from, to, isOpen: status === 'OPEN' });
  }
}

/**
 * This incident becomes part of another: it pages no more, its keys and its story go there (SEMANTICS 12). It rests as
 * RESOLVED, and yet nothing is over: neither is anybody told so nor does its SLA clock count it as resolved.
 */
export function merge(change: Change, into: IncidentRef): void {
  const { state, plan, now, actor, origin } = change;
  stopPaging(change, 'merged');
  for (const id of ['snooze-end', 'acknowledgement-timeout']) clearTimer(change, id);
  leaveMaintenance(change);
  state.status = 'RESOLVED';
  state.resolvedAt = now;
  state.snoozedUntil = null;
  state.mergedInto = into;
  logAsActor(change, 'merged', { into });
  const paged = Object.keys(state.paged);
  redirect(change, state.id, into.id);
  change.effects.push({
    kind: 'hand-over',
    to: into.id,
    by: { actor, origin },
    given: {
      from: refOf(state),
      seq: state.seq,
      urgency: state.urgency,
      alerts: Object.values(state.alerts),
      paged,
      people: paged.flatMap((id) => plan.people[id] ?? []),
    },
  });
}

/**
 * Taken back out of the incident it was merged into. `alerts` says how its alerts stand there by now. Answers whether
 * something of it still burns: then it is to page again, from step 1.
 */
export function unmerge(change: Change, alerts: readonly AlertStanding[], reason: string | null): boolean {
  const { state, now, actor, origin } = change;
  const into = state.mergedInto;
  if (!into) return false;
  for (const alert of Object.values(state.alerts)) {
    const standing = alerts.find(({ id }) => id === alertId(into.id, alert));
    if (standing) Object.assign(alert, { ...standing, id: alert.id });
  }
  state.mergedInto = null;
  const burns = Object.values(state.alerts).some(({ status }) => status === 'OPEN');
  logAsActor(change, 'unmerged', { from: into, reason });
  redirect(change, into.id, state.id);
  change.effects.push({
    kind: 'take-back',
    to: into.id,
    by: { actor, origin },
    taken: { from: refOf(state), seq: state.seq },
  });
  if (burns) state.resolvedAt = null;
  else state.sla.firstResolvedAt ??= now;
  return burns;
}

const isNews = (state: IncidentState, id: string, seq: number): boolean => seq > (state.merged?.[id]?.seq ?? -1);

const note = (state: IncidentState, { from, seq }: { from: IncidentRef; seq: number }, isHere: boolean): void => {
  state.merged = { ...state.merged, [from.id]: { ...from, seq, isHere } };
};

/** Its alerts stand here from now on; one whose key stood here already is counted together with it. */
function takeAlerts(state: IncidentState, { from, alerts }: HandOver): void {
  for (const alert of alerts) {
    const id = alertId(state.id, alert);
    const known = state.alerts[id];
    if (state.moved) delete state.moved[id];
    state.alerts[id] = known
      ? {
          ...known,
          status: known.status === 'OPEN' ? 'OPEN' : alert.status,
          count: known.count + alert.count,
          firstAt: Math.min(known.firstAt, alert.firstAt),
          lastAt: Math.max(known.lastAt, alert.lastAt),
        }
      : { ...alert, id, mergedFrom: from.id };
  }
}

/** The other's logbook as lines of this one, at their own times; they are told of nobody again. */
const copied = (change: Change, { from, history }: HandOver): TimelineEntry[] =>
  history.map((entry) => ({
    ...entry,
    id: hashedId('tle', [change.state.id, entry.id]),
    seq: change.state.seq,
    detail: { ...entry.detail, mergedFrom: from },
  }));

/** Another incident goes into this one. `closed`: this one is over itself, so the other has to go on alone. */
export function takeOver(change: Change, given: HandOver): { kind: 'applied' | 'unchanged' | 'closed' } {
  const { state, plan } = change;
  if (!isNews(state, given.from.id, given.seq)) return { kind: 'unchanged' };
  if (state.status === 'RESOLVED') return { kind: 'closed' };
  note(state, given, true);
  takeAlerts(state, given);
  for (const userId of given.paged) state.paged[userId] = true;
  const people = Object.fromEntries(given.people.map((one) => [one.id, one]));
  change.plan = { ...plan, people: { ...people, ...plan.people } };
  change.copied.push(...copied(change, given));
  state.lastEventAt = Math.max(state.lastEventAt, ...given.alerts.map(({ lastAt }) => lastAt));
  logAsActor(change, 'incident-merged', { from: given.from });
  return { kind: 'applied' };
}

/** An incident is taken back out: what came with it goes, also what is on its way here. Answers whether nothing burns any more. */
export function giveBack(
  change: Change,
  taken: Pick<HandOver, 'from' | 'seq'>,
): { kind: 'applied' | 'unchanged'; isOver: boolean } {
  const { state } = change;
  if (!isNews(state, taken.from.id, taken.seq)) return { kind: 'unchanged', isOver: false };
  note(state, taken, false);
  const gone = Object.values(state.alerts).filter(({ mergedFrom }) => mergedFrom === taken.from.id);
  for (const { id } of gone) {
    delete state.alerts[id];
    state.moved = { ...state.moved, [id]: taken.from.id };
  }
  logAsActor(change, 'incident-unmerged', { from: taken.from });
  const left = Object.values(state.alerts);
  const isOver = state.status !== 'RESOLVED' && left.length > 0 && left.every(({ status }) => status === 'RESOLVED');
  return { kind: 'applied', isOver };
}

/** Where an alert has gone that comes for this incident; null: it is right here. `mergedFrom`: who sends it on. */
export function movedTo(
  state: IncidentState,
  signal: { inbox: string; dedupKey: string; mergedFrom?: string },
): string | null {
  if (state.mergedInto) return state.mergedInto.id;
  const to = state.moved?.[alertId(state.id, signal)] ?? null;
  // It was merged again, and word of that is still on its way: sent to and fro it would never arrive.
  return to === signal.mergedFrom ? null : to;
}

/** Why this verb cannot be done to an incident that is part of another, or cannot be taken out of any; null: it can. */
export function mergeRefusal(verb: string, { mergedInto, status }: IncidentState): Failure | null {
  if (verb === 'unmerge' && !mergedInto)
    return failure('conflict', 'It is not merged into another incident.', { detail: { status } });
  if (!mergedInto || verb === 'unmerge' || verb === 'resolve') return null;
  const detail = { status, mergedInto, offer: 'unmerge' };
  return failure('conflict', `It is merged into ${refWord(mergedInto)}: take it back out first.`, { detail });
}
