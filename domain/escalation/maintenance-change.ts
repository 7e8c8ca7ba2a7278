import { type Change, log } from './change';
import {
  coverOf,
  detailOf,
  enterMaintenance,
  holdPages,
  isIgnored,
  leaveMaintenance,
  waitForMaintenance,
} from './maintenance';
import { openAgain } from './open-again';

/**
 * Looks whether the incident is in maintenance now: at the start and the end of windows, when one was changed, and when
 * an alert joined or left. Who nobody works on is held while a window lasts; what it held and still burns at its end
 * opens and pages from step 1. What is acknowledged or snoozed stays so; its SLA clock stands.
 */
export function lookAtMaintenance(change: Change): void {
  const { state, plan, now } = change;
  if (state.status === 'RESOLVED') return;
  const cover = coverOf(state, plan, now);
  const known = state.maintenance;
  if (!cover && known) {
    const held = known.held && state.status === 'SUPPRESSED';
    leaveMaintenance(change);
    const detail = { maintenanceWindowId: known.windowId, window: known.name };
    log(change, held ? 'unsuppressed' : 'maintenance-ended', detail);
    if (held) openAgain(change);
  } else if (cover) {
    const pages = state.status === 'OPEN' || state.status === 'ESCALATED';
    if (pages && !isIgnored(state, cover)) holdPages(change, cover);
    else {
      enterMaintenance(change, cover);
      if (!known) log(change, 'maintenance-began', detailOf(cover));
    }
  }
  waitForMaintenance(change);
}
