import { lapseAcknowledgement } from './assignment';
import { resolveQuiet } from './auto-resolve';
import { leadBundle } from './bundle';
import { type Change, clearTimer, log } from './change';
import { lookAfter } from './delivery';
import { endHoldBack } from './hold-back';
import { lookAtMaintenance } from './maintenance-change';
import { notify } from './notify';
import { openAgain } from './open-again';
import { finishPolicy, fireStep, pageLastResort, startPolicy } from './paging';
import { resume } from './pause';
import { breachSla, warnOfSla } from './sla';
import { dueTimers, TIMER_STATUSES, type Timer } from './timers';

/** What one wait leads to when it is due. */
function fireTimer(change: Change, timer: Timer): void {
  const { state } = change;
  clearTimer(change, timer.id);
  if (!TIMER_STATUSES[timer.kind].includes(state.status)) return;
  switch (timer.kind) {
    case 'step':
      fireStep(change, timer.step, timer.cycle);
      return;
    case 'finish':
      finishPolicy(change);
      return;
    case 'last-resort':
      pageLastResort(change);
      return;
    case 'snooze-end':
      log(change, 'snooze-ended', {});
      openAgain(change);
      return;
    case 'maintenance':
      // What is due was looked at before any timer fired.
      return;
    case 'pause-end':
      resume(change, () => log(change, 'resumed', {}));
      return;
    case 'acknowledgement-timeout':
      lapseAcknowledgement(change);
      return;
    case 'assignment-timeout':
      log(change, 'assignment-lapsed', { to: state.assignee?.name ?? null, reason: 'not acknowledged in time' });
      startPolicy(change);
      return;
    case 'hold-back-end':
      endHoldBack(change, 'it still burns');
      return;
    case 'auto-resolve':
      resolveQuiet(change);
      return;
    case 'sla-warning':
      warnOfSla(change, timer.target);
      return;
    case 'sla-breach':
      breachSla(change, timer.target);
      return;
    case 'rung':
      notify(change, timer.rung);
      return;
    case 'repeat':
      notify(change, timer.rung, 'page', timer.repetition);
      return;
    case 'lead':
      leadBundle(change, timer.notificationId);
      return;
    case 'retry':
      change.effects.push({ kind: 'enqueue', notificationId: timer.notificationId });
      return;
    case 'unsettled':
      lookAfter(change, timer.notificationId, timer.check);
      return;
  }
}

/** Fires what is due, earliest first. A timer that an earlier one has cleared does not fire. */
export function fireDue(change: Change): void {
  if (change.plan.maintenance || change.state.maintenance) lookAtMaintenance(change);
  for (const timer of dueTimers(change.state.timers, change.now)) {
    if (change.state.timers[timer.id] === timer) fireTimer(change, timer);
  }
}
