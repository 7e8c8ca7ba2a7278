import { useClock } from '~/lib/clock';
import { Link } from '~/lib/rr';
import { Table } from '~/ui/table';
import type { Cohort } from '../../../domain/analytics/cohort';
import { NONE } from '../../../domain/analytics/filter';
import type { Group } from '../../../domain/analytics/report';
import { type AnalyticsFilter, cohortLink } from './filter';
import { figureWords, NOTHING } from './words';

type Props = {
  label: string;
  what: string;
  groups: readonly Group[];
  nameOf: (id: string | null) => string;
  /** The page about one of them. */
  pathOf?: (id: string) => string;
  filter: AnalyticsFilter;
  /** What narrows the filter to one of them; `id` is "none" for those without. */
  narrow: (id: string) => Partial<AnalyticsFilter>;
};

/** A period's incidents part by part: how many, how fast, how well. */
export function GroupTable({ label, what, groups, nameOf, pathOf, filter, narrow }: Props) {
  const { locale } = useClock();
  const linked = ({ id, figures }: Group, metric: keyof Group['figures'], cohort: Cohort) => {
    const words = figureWords(figures[metric], locale, 'narrow');
    return words === NOTHING ? words : <Link to={cohortLink(filter, cohort, narrow(id ?? NONE))}>{words}</Link>;
  };
  return (
    <Table<Group>
      label={label}
      rows={groups}
      keyOf={({ id }) => id ?? 'none'}
      main={{
        label: what,
        ...(pathOf ? { to: ({ id }) => (id === null ? cohortLink(filter, 'all', narrow(NONE)) : pathOf(id)) } : {}),
        text: ({ id }) => nameOf(id),
      }}
      columns={[
        { label: 'Incidents', width: 's', figure: true, cell: (group) => linked(group, 'incidents', 'all') },
        { label: 'MTTA, median', width: 's', figure: true, cell: (group) => linked(group, 'mtta', 'acknowledged') },
        { label: 'MTTR, median', width: 's', figure: true, cell: (group) => linked(group, 'mttr', 'resolved') },
        {
          label: 'Acked in time',
          width: 's',
          figure: true,
          cell: (group) => linked(group, 'acknowledged-in-time', 'ack-met'),
        },
        {
          label: 'Interruptions',
          width: 's',
          figure: true,
          cell: (group) => linked(group, 'interruptions', 'interrupting'),
        },
      ]}
      under={({ figures }) =>
        `${figureWords(figures.incidents, locale)} · MTTA ${figureWords(figures.mtta, locale)} · MTTR ${figureWords(figures.mttr, locale)}`
      }
    />
  );
}
