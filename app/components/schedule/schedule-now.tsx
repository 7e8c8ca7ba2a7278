import { useClock } from '~/lib/clock';
import { listOf } from '~/lib/time';
import { Glyph } from '~/ui/glyph';
import { Moment } from '~/ui/time';
import type { Instant } from '../../../domain/shared/time';
import styles from './schedule-now.module.css';

type People = readonly { id: string; name: string }[];
type Props = { users: People; next: { at: Instant; users: People } | null };

/** Who answers now and who is next, in a sentence. */
export function ScheduleNow({ users, next }: Props) {
  const { locale } = useClock();
  const named = (people: People): string =>
    listOf(
      people.map(({ name }) => name),
      locale,
    );
  return (
    <p className={styles.now} data-gap={users.length === 0 ? '' : undefined}>
      {users.length > 0 ? (
        <b>{named(users)}</b>
      ) : (
        <b>
          <Glyph name="warning" /> Nobody
        </b>
      )}{' '}
      {users.length > 1 ? 'are' : 'is'} on call now
      {next ? (
        <>
          , until <Moment at={next.at} /> your time. Then {next.users.length > 0 ? named(next.users) : 'nobody'}.
        </>
      ) : (
        ', and no change is planned.'
      )}
    </p>
  );
}
