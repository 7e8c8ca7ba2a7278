import type { ReactNode } from 'react';
import { useClock } from '~/lib/clock';
import type { ScheduleOverview } from '~/lib/schedules';
import { listOf, momentNear } from '~/lib/time';
import { Glyph } from '~/ui/glyph';
import { Table } from '~/ui/table';
import { Moment } from '~/ui/time';
import styles from './schedule-table.module.css';
import { lengthText } from './span-words';
import { schedulePath } from './words';

type Props = { schedules: readonly ScheduleOverview[]; mayWrite: boolean };

/** Schedules, a line each: who answers now, who is next, and where nobody does. */
export function ScheduleTable({ schedules, mayWrite }: Props) {
  const clock = useClock();
  const named = (users: ScheduleOverview['users']): string =>
    listOf(
      users.map(({ name }) => name),
      clock.locale,
    );
  const gapText = ({ gap, timezone }: ScheduleOverview): string | null =>
    gap &&
    `${momentNear(Math.max(gap.start, clock.now), clock.now, { ...clock, timeZone: timezone })}, ${lengthText(gap, clock.locale)}`;
  return (
    <Table
      label="Schedules"
      rows={schedules}
      keyOf={({ id }) => id}
      main={{ label: 'Schedule', to: ({ id }) => schedulePath(id), text: ({ name }) => name }}
      columns={[
        {
          label: 'On call now',
          width: 'm',
          cell: ({ users }) => (users.length > 0 ? <b>{named(users)}</b> : <Alarm>Nobody</Alarm>),
        },
        {
          label: 'Next handoff',
          width: 'l',
          cell: ({ next }) =>
            next ? (
              <>
                <Moment at={next.at} /> {next.users.length > 0 ? `to ${named(next.users)}` : <Alarm>to nobody</Alarm>}
              </>
            ) : (
              'none planned'
            ),
        },
        {
          label: 'First gap, 30 days',
          width: 'm',
          cell: (one) =>
            one.gap ? (
              <Alarm>
                <span suppressHydrationWarning>{gapText(one)}</span>
              </Alarm>
            ) : (
              <span className={styles.muted}>none</span>
            ),
        },
      ]}
      under={(one) => (
        <>
          {one.users.length > 0 ? named(one.users) : <Alarm>Nobody is on call</Alarm>}
          {one.gap ? ' ' : null}
          {one.gap ? <Alarm>gap {gapText(one)}</Alarm> : null}
        </>
      )}
      actions={
        mayWrite
          ? ({ id }) => [
              { to: `${schedulePath(id)}/edit`, word: 'Edit' },
              { to: `${schedulePath(id)}/delete`, word: 'Delete' },
            ]
          : undefined
      }
    />
  );
}

const Alarm = ({ children }: { children: ReactNode }) => (
  <span className={styles.alarm}>
    <Glyph name="warning" className={styles.glyph} /> {children}
  </span>
);
