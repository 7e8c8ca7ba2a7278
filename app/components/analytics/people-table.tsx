import { useClock } from '~/lib/clock';
import { Link } from '~/lib/rr';
import { EmptyState } from '~/ui/page';
import { type Column, Table } from '~/ui/table';
import type { Cohort } from '../../../domain/analytics/cohort';
import type { PersonFigures } from '../../../domain/analytics/report';
import { type AnalyticsFilter, analyticsLink, cohortLink } from './filter';
import { lengthWords, numberWords } from './words';

type Person = PersonFigures & { name: string; onCallHours?: number };

/** Who was interrupted when, on their own clock, and how fast they answered; with hours on call where they are known. */
export function PeopleTable({ people, filter }: { people: readonly Person[]; filter: AnalyticsFilter }) {
  const { locale } = useClock();
  const hours = people.some(({ onCallHours }) => onCallHours !== undefined);
  const linked = (value: number, cohort: Cohort, { userId }: Person) =>
    value === 0 ? '0' : <Link to={cohortLink(filter, cohort, { user: userId })}>{numberWords(value, locale)}</Link>;
  const figure = { width: 's', figure: true } as const;
  const columns: Column<Person>[] = [
    ...(hours
      ? [
          {
            ...figure,
            label: 'On call',
            cell: ({ onCallHours = 0 }: Person) => `${numberWords(onCallHours, locale, 0)} h`,
          },
        ]
      : []),
    { ...figure, label: 'Business', cell: (one) => linked(one.business, 'business-hours', one) },
    { ...figure, label: 'Off hours', cell: (one) => linked(one.off, 'off-hours', one) },
    { ...figure, label: 'Sleep', cell: (one) => linked(one.sleep, 'sleep-hours', one) },
    { ...figure, label: 'Acked', cell: (one) => linked(one.acknowledged.n, 'acknowledged', one) },
    {
      ...figure,
      label: 'MTTA, median',
      cell: ({ acknowledged }) => lengthWords(acknowledged.median, locale, 'narrow'),
    },
  ];
  if (people.length === 0) return <EmptyState>Nobody was interrupted.</EmptyState>;
  return (
    <Table
      label="People"
      rows={people}
      keyOf={({ userId }) => userId}
      main={{
        label: 'Person',
        to: ({ userId }) =>
          analyticsLink(`/analytics/people/${encodeURIComponent(userId)}`, { ...filter, service: '', team: '' }),
        text: ({ name }) => name,
      }}
      columns={columns}
      under={({ business, off, sleep, onCallHours }) =>
        `${onCallHours === undefined ? '' : `${numberWords(onCallHours, locale, 0)} h on call · `}interrupted ${numberWords(business + off + sleep, locale)} times, ${numberWords(sleep, locale)} in sleep hours`
      }
    />
  );
}
