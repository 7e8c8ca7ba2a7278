import { takeTurn } from '../../../domain/escalation/round-robin';
import { reasonToSkip } from '../../../domain/escalation/step-applies';
import { summaryOf } from '../../../domain/incident/projection';
import type { IncidentState } from '../../../domain/incident/state';
import type { TimelineEntry } from '../../../domain/incident/timeline';
import type { IncidentDetail, NotificationView, StepView } from '../../../domain/incident/view';
import type { Delivery, Notification } from '../../../domain/notification/notification';
import type { PagingPlan } from '../../../domain/plan/plan';
import { peopleFor } from '../../../domain/plan/targets';
import type { Instant } from '../../../domain/shared/time';
import { readDeliveries, readNotifications, readTimeline } from './store';

/** The policy's steps with the people they stand for: as of now, or of when the step is due. */
function stepsOf(state: IncidentState, plan: PagingPlan, now: Instant): StepView[] {
  const pending = state.timers.step;
  const next = pending?.kind === 'step' ? pending : null;
  return (state.policy?.steps ?? []).map((definition, index) => {
    const step = index + 1;
    const isNext = next?.step === step;
    const at = isNext ? Math.max(next.at, now) : now;
    const all = [...new Set(definition.targets.flatMap((target) => peopleFor(target, plan, at).people))];
    const cycle = isNext ? next.cycle : state.escalation.cycle;
    const turn = definition.roundRobin ? takeTurn(all, state.id, cycle) : undefined;
    const isDone = step <= state.escalation.step && !(isNext && next.cycle > state.escalation.cycle);
    return {
      step,
      delaySeconds: definition.delaySeconds,
      people: (turn ? [turn] : all).map(({ name }) => name),
      state: isNext ? 'next' : isDone ? 'done' : 'later',
      dueAt: isNext ? next.at : null,
      skipped: reasonToSkip(definition, state.urgency, at),
    };
  });
}

function notificationViews(notifications: Notification[], deliveries: Delivery[]): NotificationView[] {
  return notifications
    .toSorted((a, b) => a.createdAt - b.createdAt || a.rung - b.rung)
    .map((one) => ({
      id: one.id,
      userId: one.userId,
      userName: one.userName,
      channel: one.channel,
      intent: one.intent,
      state: one.state,
      reason: one.reason,
      step: one.step,
      cycle: one.cycle,
      createdAt: one.createdAt,
      updatedAt: one.updatedAt,
      deliveries: deliveries
        .filter(({ notificationId }) => notificationId === one.id)
        .toSorted((a, b) => a.attempt - b.attempt)
        .map(({ notificationId: _id, seq: _seq, ...delivery }) => delivery),
    }));
}

/** Lines of a merged incident stand among the others at their own times. */
const inTime = (timeline: TimelineEntry[]): TimelineEntry[] =>
  timeline.some(({ detail }) => 'mergedFrom' in detail) ? timeline.toSorted((a, b) => a.at - b.at) : timeline;

function maintenanceOf({ maintenance }: IncidentState): IncidentDetail['maintenance'] {
  if (!maintenance) return null;
  const { windowId, name, until, held } = maintenance;
  return { windowId, name, until, held };
}

/** Everything the incident's page and the API show, straight from the object: true also while D1 is down. */
export function detailOf(sql: SqlStorage, state: IncidentState, plan: PagingPlan, now: Instant): IncidentDetail {
  const lapse = state.timers['acknowledgement-timeout'];
  return {
    ...summaryOf(state, plan),
    description: state.description,
    sla: state.sla,
    merged: Object.values(state.merged ?? {}).filter(({ isHere }) => isHere),
    slaStandsUntil: state.slaWatch?.pause?.until ?? null,
    acknowledgementLapsesAt: lapse?.at ?? null,
    alerts: Object.values(state.alerts).map(({ inbox: _inbox, ...alert }) => alert),
    steps: stepsOf(state, plan, now),
    repeat: state.policy?.repeat ?? 0,
    pausedUntil: state.paused?.until ?? null,
    maintenance: maintenanceOf(state),
    holdBack: state.holdBack ? { until: state.holdBack.until, more: state.holdBack.more } : null,
    responders: state.responders ?? [],
    runbookUrl: plan.service.runbookUrl,
    timeline: inTime(readTimeline(sql)),
    notifications: notificationViews(readNotifications(sql), readDeliveries(sql)),
  };
}
