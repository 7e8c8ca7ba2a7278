import type { MaintenanceWindow } from '~/lib/maintenance';
import { Link } from '~/lib/rr';
import { Notice } from '~/ui/notice';
import { WindowWhen } from './window-when';
import { windowPath } from './words';

/** On the page of a service: which windows hold its alerts now, or will. */
export function WindowNotice({ windows }: { windows: readonly MaintenanceWindow[] }) {
  const active = windows.filter(({ state }) => state === 'active');
  const shown = active.length > 0 ? active : windows.slice(0, 1);
  if (shown.length === 0) return null;
  return (
    <Notice glyph="suppressed">
      {shown.map((window) => (
        <p key={window.id}>
          <b>{window.state === 'active' ? 'In maintenance' : 'Maintenance'}</b> <WindowWhen window={window} />:{' '}
          <Link to={windowPath(window)}>{window.name}</Link>.{' '}
          {window.state === 'active'
            ? Object.keys(window.labels).length > 0
              ? 'Alerts with its labels page nobody.'
              : 'Its alerts page nobody.'
            : null}
        </p>
      ))}
    </Notice>
  );
}
