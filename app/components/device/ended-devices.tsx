import { useClock } from '~/lib/clock';
import { Link } from '~/lib/rr';
import { listOf } from '~/lib/time';
import { Notice } from '~/ui/notice';

/** Says on the first page that a phone is not reached any more: nobody looks for that before it is too late. */
export function EndedDevices({ names }: { names: readonly string[] }) {
  const { locale } = useClock();
  if (names.length === 0) return null;
  return (
    <Notice glyph="warning" tone="failed">
      <p>
        No push reaches {listOf(names, locale)} any more. Open OpsKnight there, or look at{' '}
        <Link to="/profile/devices">your devices</Link>.
      </p>
    </Notice>
  );
}
