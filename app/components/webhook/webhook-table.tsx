import { Table } from '~/ui/table';
import { EVENT_TYPES } from '../../../domain/webhook/event';
import type { WebhookFormat } from '../../../domain/webhook/webhook';
import { WebhookState } from './webhook-state';
import { eventsWord, FORMAT_WORDS, webhookPath } from './words';

export type ListedWebhook = {
  id: string;
  name: string;
  format: WebhookFormat;
  host: string;
  events: string[];
  enabled: boolean;
  disabledReason: string | null;
};

const eventsOf = ({ events }: ListedWebhook): string => eventsWord(events, EVENT_TYPES.length);

/** Webhooks, a line each: what is posted, and to which host. */
export function WebhookTable({ webhooks }: { webhooks: readonly ListedWebhook[] }) {
  return (
    <Table
      label="Webhooks"
      rows={webhooks}
      keyOf={({ id }) => id}
      main={{ label: 'Name', to: webhookPath, text: ({ name }) => name }}
      columns={[
        { label: 'Posts', width: 'l', cell: ({ format }) => FORMAT_WORDS[format] },
        { label: 'To', width: 'l', cell: ({ host }) => <code>{host}</code> },
        { label: 'About', width: 's', cell: eventsOf },
        {
          label: 'State',
          width: 'xs',
          cell: ({ enabled, disabledReason }) => <WebhookState enabled={enabled} reason={disabledReason} />,
        },
      ]}
      under={(webhook) => [webhook.host, eventsOf(webhook), webhook.enabled ? null : 'off'].filter(Boolean).join(' · ')}
    />
  );
}
