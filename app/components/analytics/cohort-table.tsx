import { incidentPath, numberOf } from '~/components/incident/words';
import { useClock } from '~/lib/clock';
import { statusWord } from '~/ui/state-badge';
import { Table } from '~/ui/table';
import { Moment } from '~/ui/time';
import { URGENCY_WORDS } from '~/ui/urgency-badge';
import type { IncidentSummary } from '../../../domain/incident/view';
import { lengthWords } from './words';

type Row = IncidentSummary & { ackSeconds: number | null; resolveSeconds: number | null };

/** Incidents with the times that figures are made of. */
export function CohortTable({ incidents }: { incidents: readonly Row[] }) {
  const { locale } = useClock();
  const figure = { width: 's', figure: true } as const;
  return (
    <Table
      label="Incidents"
      rows={incidents}
      keyOf={({ id }) => id}
      main={{ label: 'Title', to: incidentPath, text: ({ title }) => title }}
      columns={[
        { label: 'Number', width: 's', cell: numberOf },
        { label: 'Service', width: 's', cell: ({ serviceName }) => serviceName },
        { label: 'Opened', width: 's', cell: ({ openedAt }) => <Moment at={openedAt} /> },
        { label: 'Urgency', width: 'xs', cell: ({ urgency }) => URGENCY_WORDS[urgency] },
        { label: 'Priority', width: 'xs', cell: ({ priority }) => priority ?? '—' },
        { ...figure, label: 'Acked after', cell: ({ ackSeconds }) => lengthWords(ackSeconds, locale, 'narrow') },
        {
          ...figure,
          label: 'Resolved after',
          cell: ({ resolveSeconds }) => lengthWords(resolveSeconds, locale, 'narrow'),
        },
      ]}
      under={(one) => (
        <>
          {numberOf(one)} · {statusWord(one.status)} · <Moment at={one.openedAt} /> · acked{' '}
          {lengthWords(one.ackSeconds, locale)}
        </>
      )}
    />
  );
}
