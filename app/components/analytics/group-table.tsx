import { useClock } from '~/lib/clock';
import { Link } from '~/lib/rr';
import { Table } from '~/ui/table';
import type { Cohort } from '../../../domain/analytics/cohort';
import type { Group } from '../../../domain/analytics/report';
import { type AnalyticsFilter, cohortLink } from './filter';
import { figureWords } from './words';

type Props = {
  label: string;
  what: string;
  groups: readonly Group[];
  nameOf: (id: string | null) => string;
  /** The page about one of them. */
  pathOf?: (id: string) => string;
  filter: AnalyticsFilter;
  /** What narrows the filter to one of them; null where the address cannot say it (those without). */
  narrow: (id: string | null) => Partial<AnalyticsFilter> | null;
};

/** A period's incidents part by part: how many, how fast, how well. */
export function GroupTable({ label, what, groups, nameOf, pathOf, filter, narrow }: Props) {
  const { locale } = useClock();
  const linked = ({ id, figures }: Group, metric: keyof Group['figures'], cohort: Cohort) => {
    const words = figureWords(figures[metric], locale);
    const change = narrow(id);
    return change && words !== '—' ? <Link to={cohortLink(filter, cohort, change)}>{words}</Link> : words;
  };
  return (
    <Table<Group>
      label={label}
      rows={groups}
      keyOf={({ id }) => id ?? 'none'}
      main={{
        label: what,
        ...(pathOf ? { to: ({ id }) => (id === null ? cohortLink(filter, 'all') : pathOf(id)) } : {}),
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
