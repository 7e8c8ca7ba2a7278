import type { QueueName } from '../domain/notification/channels';
import type { InboxDO } from './durable/inbox-do';
import type { IncidentDO } from './durable/incident-do';
import type { LimitsDO } from './durable/limits-do';
import type { OutboxDO } from './durable/outbox-do';

type QueueBinding = `QUEUE_${Uppercase<QueueName>}`;

/** Bindings of wrangler.toml plus the variables of `config.ts`, unparsed. */
export type Env = {
  ASSETS: Fetcher;
  DB: D1Database;
  INBOX: DurableObjectNamespace<InboxDO>;
  INCIDENT: DurableObjectNamespace<IncidentDO>;
  LIMITS: DurableObjectNamespace<LimitsDO>;
  OUTBOX: DurableObjectNamespace<OutboxDO>;
} & Record<QueueBinding, Queue<unknown>> &
  Partial<Record<ConfigVariable, string>>;

export const CONFIG_VARIABLES = [
  'APP_URL',
  'APP_SECRETS',
  'MAIL_FROM',
  'SETUP_TOKEN',
  'EMAIL_PROVIDERS',
  'RESEND_API_KEY',
  'RESEND_BASE_URL',
  'SMTP_HOST',
  'SMTP_PORT',
  'SMTP_USER',
  'SMTP_PASS',
  'SMTP_SECURE',
  'HEARTBEAT_URL',
  'FAULT_D1',
  'FAULT_QUEUE',
] as const;
export type ConfigVariable = (typeof CONFIG_VARIABLES)[number];
