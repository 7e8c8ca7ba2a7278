import { useClock } from '~/lib/clock';
import type { OnCallEntry } from '~/lib/operations';
import { listOf } from '~/lib/time';
import { Moment } from '~/ui/time';

/** A quiet night in one sentence. */
export function CalmLine({ entries, viewerId }: { entries: readonly OnCallEntry[]; viewerId: string }) {
  const { locale } = useClock();
  const mine = entries.filter(({ users }) => users.some(({ id }) => id === viewerId));
  const ends = mine.map(({ until }) => until).filter((until) => until !== null);
  if (mine.length === 0) return <p>Nobody waits for anything, and you are not on call.</p>;
  return (
    <p>
      You are on call for{' '}
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
