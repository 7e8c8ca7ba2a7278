import { useClock } from '~/lib/clock';
import type { MaintenanceWindow } from '~/lib/maintenance';
import type { Named } from '~/lib/operations';
import { listOf } from '~/lib/time';
import { Table } from '~/ui/table';
import { WindowWhen } from './window-when';
import { STATE_WORDS, windowPath } from './words';

type Props = { label: string; windows: readonly MaintenanceWindow[]; services: readonly Named[] };

/** What a window takes: names of services, labels, or both. */
export function scopeText(
  { serviceIds, labels }: Pick<MaintenanceWindow, 'serviceIds' | 'labels'>,
  services: readonly Named[],
  locale: string,
): string {
  const named = serviceIds.map((id) => services.find((one) => one.id === id)?.name ?? 'a deleted service');
  const marks = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  const where = named.length > 0 ? listOf(named, locale) : 'Every service';
  return marks.length > 0 ? `${where}, with ${listOf(marks, locale)}` : where;
}

/** Windows, a line each: what they take, and when. */
export function WindowTable({ label, windows, services }: Props) {
  const { locale } = useClock();
  return (
    <Table
      label={label}
      rows={windows}
      keyOf={({ id }) => id}
      main={{ label: 'Name', to: windowPath, text: ({ name }) => name }}
      columns={[
        { label: 'Holds', width: 'l', cell: (window) => scopeText(window, services, locale) },
        { label: 'When', width: 'l', cell: (window) => <WindowWhen window={window} /> },
        { label: 'State', width: 's', cell: ({ state }) => STATE_WORDS[state] },
      ]}
      under={(window) => (
        <>
          {STATE_WORDS[window.state]} · <WindowWhen window={window} />
        </>
      )}
    />
  );
}
