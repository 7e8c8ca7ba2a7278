import type { MaintenanceWindow } from '~/lib/maintenance';
import { Moment } from '~/ui/time';

/** Until when it is in force, when it is next, or when it ended. */
export function WindowWhen({ window }: { window: MaintenanceWindow }) {
  const { activeUntilAt, nextAt, endedAt, endAt } = window;
  if (activeUntilAt !== null) {
    return (
      <>
        until <Moment at={activeUntilAt} />
      </>
    );
  }
  if (nextAt !== null) {
    return (
      <>
        from <Moment at={nextAt} />
      </>
    );
  }
  return (
    <>
      ended <Moment at={Math.min(endedAt ?? endAt, endAt)} />
    </>
  );
}
