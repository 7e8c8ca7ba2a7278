import * as z from 'zod';
import type { MessageKind } from '../message/kinds';
import { csvOf } from '../shared/csv';
import { idField, instantField } from '../shared/input';
import { pageInput } from '../shared/page';
import { type Instant, toIso } from '../shared/time';
import { CHANNELS, type Channel } from './channels';
import type { Intent } from './content';
import { NOTIFICATION_STATES, type NotificationState } from './state';

const filters = {
  state: z.enum(NOTIFICATION_STATES).optional(),
  channel: z.enum(CHANNELS).optional(),
  /** Who was to be reached. */
  userId: idField.optional(),
  serviceId: idField.optional(),
  incidentId: idField.optional(),
  from: instantField.optional(),
  /** Messages made at this instant are not in it any more. */
  to: instantField.optional(),
};

/** Filters of the delivery log; a message has to meet all of them. */
export const notificationListInput = pageInput.extend(filters);
export const notificationExportInput = z.object(filters);
export type NotificationListInput = z.output<typeof notificationListInput>;
export type NotificationExportInput = z.output<typeof notificationExportInput>;

/** One message to one person as the delivery log shows it: a page, the notice that it is over, or one of no incident. */
export type LogEntry = {
  id: string;
  kind: Intent | MessageKind;
  incident: { id: string; number: number | null; title: string; serviceId: string; serviceName: string } | null;
  userId: string | null;
  userName: string;
  channel: Channel;
  /** Null where the contact method is gone. */
  address: string | null;
  state: NotificationState;
  reason: string | null;
  attempts: number;
  provider: string | null;
  /** The provider's own id, to look it up there. */
  providerId: string | null;
  createdAt: Instant;
  updatedAt: Instant;
  /** When a provider took it. */
  sentAt: Instant | null;
  /** From being made to being taken. */
  latencyMs: number | null;
};

const HEAD = [
  'id',
  'kind',
  'incident',
  'title',
  'service',
  'person',
  'channel',
  'address',
  'state',
  'reason',
  'attempts',
  'provider',
  'provider id',
  'made',
  'changed',
  'taken',
  'latency ms',
];

/** The log as CSV, for spreadsheets: times in ISO 8601, and no cell is a formula. */
export const logAsCsv = (entries: readonly LogEntry[]): string =>
  csvOf([
    HEAD,
    ...entries.map((one) => [
      one.id,
      one.kind,
      one.incident ? (one.incident.number ?? one.incident.id) : null,
      one.incident?.title ?? null,
      one.incident?.serviceName ?? null,
      one.userName,
      one.channel,
      one.address,
      one.state,
      one.reason,
      one.attempts,
      one.provider,
      one.providerId,
      toIso(one.createdAt),
      toIso(one.updatedAt),
      one.sentAt === null ? null : toIso(one.sentAt),
      one.latencyMs,
    ]),
  ]);
