import type { Proposals } from '~/lib/operations';
import { Link } from '~/lib/rr';
import { Glyph } from '~/ui/glyph';
import styles from './covers.module.css';
import { ShiftSpan } from './shift-span';
import { askPath, coverPath } from './words';

const BUSY = { 'on-call': 'on call then', away: 'away then' } as const;
/** More names than these help nobody to choose. */
const SHOWN = 4;

/** For each shift in a time off: who could take it, the best first, and why. */
export function ProposalList({ proposals, mayAsk }: { proposals: Proposals; mayAsk: boolean }) {
  const { data, more } = proposals;
  if (data.length === 0) return <p className={styles.about}>You are not on call in this time.</p>;
  return (
    <div className={styles.wide}>
      <ul>
        {data.map((shift) => (
          <li key={`${shift.schedule.id} ${shift.start}`} className={styles.proposals}>
            <p className={styles.warn}>
              <Glyph name="warning" />
              <span>
                On call for {shift.schedule.name} <ShiftSpan start={shift.start} end={shift.end} />
              </span>
            </p>
            {shift.cover ? (
              <p>
                <Link to={coverPath(shift.cover)}>Cover is asked for</Link>
              </p>
            ) : (
              <Candidates shift={shift} mayAsk={mayAsk} />
            )}
          </li>
        ))}
      </ul>
      {more ? <p className={styles.about}>There are more shifts in this time; these are the first.</p> : null}
    </div>
  );
}

function Candidates({ shift, mayAsk }: { shift: Proposals['data'][number]; mayAsk: boolean }) {
  const { candidates, schedule } = shift;
  if (candidates.length === 0) return <p className={styles.about}>Nobody else is on this schedule.</p>;
  return (
    <ul className={styles.candidates}>
      {candidates.slice(0, SHOWN).map(({ user, busy, hours }) => (
        <li key={user.id} className={styles.candidate}>
          <p>
            {user.name}{' '}
            <span className={styles.about}>
              {busy ? BUSY[busy] : 'free'}, {hours} h on this schedule
            </span>
          </p>
          {mayAsk ? (
            <Link to={askPath(schedule.id, shift, user.id)} aria-label={`Ask ${user.name} to take ${schedule.name}`}>
              Ask
            </Link>
          ) : null}
        </li>
      ))}
      {mayAsk && candidates.length > 1 ? (
        <li className={styles.candidate}>
          <Link to={askPath(schedule.id, shift)}>Ask everybody</Link>
        </li>
      ) : null}
    </ul>
  );
}
