import {
  type MaintenanceWindow,
  nextSpan,
  spanAt,
  type WindowState,
  windowState,
} from '../../../domain/maintenance/window';
import type { Instant } from '../../../domain/shared/time';

/** A window, with what it is now: until when it is in force, and when it is next. */
export type MaintenanceWindowView = MaintenanceWindow & {
  state: WindowState;
  activeUntilAt: Instant | null;
  nextAt: Instant | null;
};

export const viewOf = (window: MaintenanceWindow, now: Instant): MaintenanceWindowView => ({
  ...window,
  state: windowState(window, now),
  activeUntilAt: spanAt(window, now)?.end ?? null,
  nextAt: nextSpan(window, now)?.start ?? null,
});
