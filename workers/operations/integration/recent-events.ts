import { hiddenAmong } from '../../../db/repositories/incident-access';
import { findIntegration, type Integration } from '../../../db/repositories/integrations';
import { pagesByIncident } from '../../../db/repositories/pages';
import { refuse } from '../../../domain/access/permissions';
import { seerOf } from '../../../domain/access/seer';
import type { Urgency } from '../../../domain/incident/incident';
import type { AlertAction } from '../../../domain/ingest/adapter';
import { mappedWebhook } from '../../../domain/ingest/mapping';
import { adapterFor } from '../../../domain/ingest/registry';
import { TEST_AGENT } from '../../../domain/integration/test-alert';
import { failure } from '../../../domain/shared/errors';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Instant } from '../../../domain/shared/time';
import type { Context } from '../../context';
import type { RecentEvent } from '../../durable/inbox/recent';
import { inboxPort } from '../../durable/stubs';
import { notFound } from '../config/failures';
import { reasonOf } from '../plan/reason';
import { maskBody, maskHeaders } from './mask-event';

const SHOWN = 50;
/** More of a body is no help on a screen; the newest event is shown whole. */
const SHOWN_BODY = 6_000;
const NEWEST_BODY = 64_000;

/** One alert of an event: what was read from it, and what became of it. */
export type ReceivedAlert = {
  action: AlertAction;
  dedupKey: string;
  reason: string | null;
  incident: { id: string; number: number | null } | null;
  title: string | null;
  severity: string | null;
  urgency: Urgency | null;
  /** Which rule sent it where, and why it opened, joined or did nothing; null for events of an earlier version. */
  routing: string | null;
  decision: string | null;
  /** Who was paged for its incident, and what came of it. */
  pages: PageOfAlert[];
};

export type PageOfAlert = { user: string; channel: string; state: string; step: number };

export type ReceivedEvent = {
  id: number;
  at: Instant;
  status: number;
  reason: string | null;
  isTest: boolean;
  /** How it came in; null where it was turned away before, or by an earlier version. */
  trace: { key: string; signature: string; replayOf?: number } | null;
  alerts: ReceivedAlert[];
  headers: Record<string, string>;
  body: string;
  isCut: boolean;
};

/** The last 50 events an integration was sent, newest first, without secrets. Failures: forbidden, not-found, unavailable. */
export async function recentEvents(context: Context, { id }: IdInput): Promise<Result<ReceivedEvent[]>> {
  const { actor, db, env } = context;
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const integration = await findIntegration(db, id);
  if (!integration) return err(notFound('integration'));
  const { inbox } = integration;
  try {
    const events = await visibleEvents(context, await inboxPort(env, inbox).recent(SHOWN));
    const pages = await pagesOf(db, events);
    return ok(
      events.map((event, index) => {
        const seen = shown(event, integration, index === 0 ? NEWEST_BODY : SHOWN_BODY);
        const alerts = seen.alerts.map((alert) => ({ ...alert, pages: pages.get(alert.incident?.id ?? '') ?? [] }));
        return { ...seen, alerts };
      }),
    );
  } catch (error) {
    console.warn(`inbox ${inbox} did not tell its events: ${reasonOf(error)}`);
    return err(failure('unavailable', 'The events of this integration cannot be read at the moment.'));
  }
}

/** Events without those that led to an incident which is private and none of the reader's business. */
async function visibleEvents({ db, actor }: Context, events: readonly RecentEvent[]): Promise<RecentEvent[]> {
  const idsOf = ({ results }: RecentEvent): string[] => results.flatMap(({ incident }) => incident?.id ?? []);
  const hidden = await hiddenAmong(db, [...new Set(events.flatMap(idsOf))], seerOf(actor));
  return events.filter((event) => !idsOf(event).some((one) => hidden.has(one)));
}

/** Pages of the incidents that the events led to. While D1 is away the events are told without them. */
async function pagesOf(db: Context['db'], events: readonly RecentEvent[]): Promise<Map<string, PageOfAlert[]>> {
  const ids = new Set(events.flatMap(({ results }) => results.map(({ incident }) => incident?.id ?? '')));
  try {
    return await pagesByIncident(db, [...ids].filter(Boolean));
  } catch (error) {
    console.warn(`pages of events cannot be read: ${reasonOf(error)}`);
    return new Map();
  }
}

type Reader = Pick<Integration, 'type' | 'inbox' | 'fieldMapping'>;

function shown(event: RecentEvent, integration: Reader, length: number): ReceivedEvent {
  const { inbox } = integration;
  const { id, at, status, reason, headers, body, trace } = event;
  const isTest = headers['user-agent'] === TEST_AGENT;
  const visible = maskBody(indented(body), inbox);
  return {
    ...{ id, at, status, reason, isTest, trace },
    alerts: alertsOf(event, isTest ? { ...integration, type: 'events' } : integration),
    headers: maskHeaders(headers, inbox),
    body: visible.slice(0, length),
    isCut: visible.length > length,
  };
}

/** JSON as people read it; anything else as it came. */
function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

/** Read again for the words; the results are what was decided then. */
function alertsOf(
  { results, headers, body, at, request }: RecentEvent,
  { type, fieldMapping }: Reader,
): ReceivedAlert[] {
  const contentType = headers['content-type'] ?? '';
  const { method, query, rest } = request ?? { method: 'POST', query: {}, rest: [] };
  const adapter = type === 'webhook' && fieldMapping ? mappedWebhook(fieldMapping) : adapterFor(type);
  const parsed = adapter?.parse({ method, contentType, headers, query, rest, body, receivedAt: at });
  const read = parsed?.ok && parsed.value.length === results.length ? parsed.value : [];
  return results.map(({ action, dedupKey, reason, incident, routing, decision }, index) => ({
    ...{ action, dedupKey, reason: reason ?? null, incident: incident ?? null },
    title: read[index]?.title ?? null,
    severity: read[index]?.severity ?? null,
    urgency: read[index]?.urgency ?? null,
    ...{ routing: routing ?? null, decision: decision ?? null, pages: [] },
  }));
}
