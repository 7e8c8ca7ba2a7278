import { CHANNEL_NAMES } from '~/components/escalation-policy/sentences';
import { useClock } from '~/lib/clock';
import { EmptyState } from '~/ui/page';
import { Table } from '~/ui/table';
import type { ChannelFigures } from '../../../domain/analytics/report';
import type { Channel } from '../../../domain/notification/channels';
import { lengthWords, numberWords, shareWords } from './words';

const nameOf = (channel: string): string => CHANNEL_NAMES[channel as Channel] ?? channel;

/** How each channel and provider did with the messages of these incidents. */
export function ChannelTable({ channels }: { channels: readonly ChannelFigures[] }) {
  const { locale } = useClock();
  const success = ({ taken, failed }: ChannelFigures): string =>
    shareWords(taken + failed === 0 ? null : taken / (taken + failed), locale);
  if (channels.length === 0) return <EmptyState>No message was sent for these incidents.</EmptyState>;
  return (
    <Table
      label="Messages by channel and provider"
      rows={channels}
      keyOf={({ channel, provider }) => `${channel} ${provider}`}
      main={{ label: 'Channel', text: ({ channel, provider }) => `${nameOf(channel)}, ${provider}` }}
      columns={[
        { label: 'Taken', width: 's', figure: true, cell: ({ taken }) => numberWords(taken, locale) },
        { label: 'Known to arrive', width: 's', figure: true, cell: ({ arrived }) => numberWords(arrived, locale) },
        { label: 'Failed', width: 's', figure: true, cell: ({ failed }) => numberWords(failed, locale) },
        { label: 'Success', width: 's', figure: true, cell: success },
        {
          label: 'Time to send, p95',
          width: 's',
          figure: true,
          cell: ({ latency }) => lengthWords(latency.p95, locale, 'narrow'),
        },
      ]}
      under={(one) =>
        `${numberWords(one.taken + one.failed, locale)} tried, ${success(one)} taken, p95 ${lengthWords(one.latency.p95, locale)}`
      }
    />
  );
}
