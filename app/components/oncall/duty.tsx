import { PageMeNow } from '~/components/profile/page-me-form';
import type { ReachWarning } from '~/components/profile/reach';
import { ReachWarnings } from '~/components/profile/warnings';
import { useClock } from '~/lib/clock';
import type { OnCallEntry } from '~/lib/operations';
import type { Backup, Device } from '~/lib/people';
import { Link } from '~/lib/rr';
import { listOf } from '~/lib/time';
import { Glyph } from '~/ui/glyph';
import { Section } from '~/ui/page';
import { Moment, Time } from '~/ui/time';
import styles from './duty.module.css';

type Props = {
  entries: readonly OnCallEntry[];
  viewerId: string;
  backups: readonly Backup[];
  devices: readonly Device[];
  warnings: readonly ReachWarning[];
};

/** What its reader has to know before anything else: am I on call, until when, who comes after me, will my phone wake me? */
export function Duty({ entries, viewerId, backups, devices, warnings }: Props) {
  const mine = entries.filter(({ users }) => users.some(({ id }) => id === viewerId));
  return (
    <Section title="You" aside={<Link to="/profile/paging">How you are paged</Link>}>
      <div className={styles.duty}>
        <OnCall mine={mine} />
        <Backups backups={backups} />
        <ReachWarnings warnings={warnings} name={null} />
        <Devices devices={devices} />
        <PageMeNow />
      </div>
    </Section>
  );
}

function OnCall({ mine }: { mine: readonly OnCallEntry[] }) {
  const { locale } = useClock();
  if (mine.length === 0) return <p className={styles.state}>You are not on call.</p>;
  const ends = mine.map(({ until }) => until).filter((until) => until !== null);
  return (
    <p className={styles.state}>
      <b>You are on call</b> for{' '}
      {listOf(
        mine.map(({ scheduleName }) => scheduleName),
        locale,
      )}
      {ends.length > 0 ? (
        <>
          {' '}
          until <Moment at={Math.min(...ends)} />
        </>
      ) : null}
      .
    </p>
  );
}

/** Who comes after the reader; policies with the same answer are told once. */
function Backups({ backups }: { backups: readonly Backup[] }) {
  const { locale } = useClock();
  const lines = new Map<string, string[]>();
  for (const { policy, people, afterSeconds } of backups) {
    const after = afterSeconds >= 60 ? `, after ${Math.round(afterSeconds / 60)} min` : '';
    const who = people.length > 0 ? `${listOf(people, locale)}${after}` : '';
    lines.set(who, [...(lines.get(who) ?? []), policy]);
  }
  if (lines.size === 0) return null;
  return (
    <ul className={styles.backups}>
      {[...lines].map(([who, policies]) => (
        <li key={who}>
          {who === ''
            ? `Nobody is paged after you by ${listOf(policies, locale)}.`
            : `Backup${lines.size > 1 ? ` for ${listOf(policies, locale)}` : ''}: ${who}`}
        </li>
      ))}
    </ul>
  );
}

function Devices({ devices }: { devices: readonly Device[] }) {
  const usable = devices.filter(({ endedAt, enabled }) => endedAt === null && enabled);
  if (usable.length === 0) {
    return (
      <p className={styles.device}>
        No device takes pushes. <Link to="/profile/devices">Turn them on</Link>
      </p>
    );
  }
  return (
    <ul>
      {usable.map(({ id, name, lastReceiptAt }) => (
        <li key={id} className={styles.device}>
          <Glyph name={lastReceiptAt === null ? 'unknown' : 'check'} />
          <span>
            {name}:{' '}
            {lastReceiptAt === null ? (
              'no push has arrived yet'
            ) : (
              <>
                last push arrived <Time at={lastReceiptAt} />
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
