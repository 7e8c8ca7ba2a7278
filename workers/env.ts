import type { QueueName } from '../domain/notification/channels';
import type { InboxDO } from './durable/inbox-do';
import type { IncidentDO } from './durable/incident-do';
import type { LimitsDO } from './durable/limits-do';
import type { OutboxDO } from './durable/outbox-do';
import type { PersonDO } from './durable/person-do';
import type { PhoneDO } from './durable/phone-do';
import type { StatusPageDO } from './durable/status-page-do';

type QueueBinding = `QUEUE_${Uppercase<QueueName>}`;

/** Bindings of wrangler.toml plus the variables of `config.ts`, unparsed. */
export type Env = {
  ASSETS: Fetcher;
  DB: D1Database;
  INBOX: DurableObjectNamespace<InboxDO>;
  INCIDENT: DurableObjectNamespace<IncidentDO>;
  LIMITS: DurableObjectNamespace<LimitsDO>;
  OUTBOX: DurableObjectNamespace<OutboxDO>;
  PERSON: DurableObjectNamespace<PersonDO>;
  PHONE: DurableObjectNamespace<PhoneDO>;
  STATUS_PAGE: DurableObjectNamespace<StatusPageDO>;
  /** Where copies of public status pages go; left out: nowhere. */
  STATUS_EXPORT?: R2Bucket;
} & Record<QueueBinding, Queue<unknown>> &
  Partial<Record<ConfigVariable, string>>;

export const CONFIG_VARIABLES = [
  'APP_URL',
  'APP_SECRETS',
  'MAIL_FROM',
  'SETUP_TOKEN',
  'EMAIL_PROVIDERS',
  'SMS_PROVIDERS',
  'RESEND_API_KEY',
  'RESEND_BASE_URL',
  'RESEND_WEBHOOK_SECRET',
  'SENDGRID_API_KEY',
  'SENDGRID_BASE_URL',
  'SENDGRID_WEBHOOK_PUBLIC_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_REGION',
  'SES_CONFIGURATION_SET',
  'SES_ENDPOINT',
  'SNS_ENDPOINT',
  'SMTP_HOST',
  'SMTP_PORT',
  'SMTP_USER',
  'SMTP_PASS',
  'SMTP_SECURE',
  'TWILIO_ACCOUNT_SID',
  'TWILIO_AUTH_TOKEN',
  'TWILIO_FROM',
  'TWILIO_WHATSAPP_FROM',
  'TWILIO_WHATSAPP_CONTENT_SID',
  'TWILIO_BASE_URL',
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
  'SLACK_SIGNING_SECRET',
  'SLACK_BOT_TOKEN',
  'SLACK_API_URL',
  'VAPID_SUBJECT',
  'ALLOW_LOOPBACK_WEBHOOKS',
  'HEARTBEAT_URL',
  'CLOUDFLARE_ZONE_ID',
  'CLOUDFLARE_PURGE_TOKEN',
  'FAULT_D1',
  'FAULT_QUEUE',
] as const;
export type ConfigVariable = (typeof CONFIG_VARIABLES)[number];
