import { HOUR } from '../shared/time';
import { type Change, clearTimer, setTimer } from './change';
import { applyCommand } from './commands';

const TIMER = 'auto-resolve';

/**
 * Where the service wants it, an incident that nothing was heard of for so many hours resolves by itself. Snoozed or in
 * maintenance nothing is expected to be heard, so it waits. `isHeardOf`: an alert, a person or a note was just heard.
 */
export function waitForQuiet(change: Change, isHeardOf: boolean): void {
  const { state, plan, now } = change;
  const { autoResolveHours = null } = plan.service.settings;
  if (autoResolveHours === null || state.status === 'RESOLVED' || state.status === 'SNOOZED' || state.maintenance) {
    clearTimer(change, TIMER);
    return;
  }
  if (state.timers[TIMER] && !isHeardOf) return;
  setTimer(change, { id: TIMER, kind: 'auto-resolve', at: now + autoResolveHours * HOUR });
}

export function resolveQuiet(change: Change): void {
  const { autoResolveHours } = change.plan.service.settings;
  const reason = `nothing was heard of it for ${autoResolveHours ?? 0} h`;
  applyCommand(change, { verb: 'resolve', note: null, reason });
}
