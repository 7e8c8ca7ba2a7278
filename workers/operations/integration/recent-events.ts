import { findIntegration } from '../../../db/repositories/integrations';
import { refuse } from '../../../domain/access/permissions';
import type { Urgency } from '../../../domain/incident/incident';
import type { AlertAction } from '../../../domain/ingest/adapter';
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
};

export type ReceivedEvent = {
  id: number;
  at: Instant;
  status: number;
  reason: string | null;
  isTest: boolean;
  alerts: ReceivedAlert[];
  headers: Record<string, string>;
  body: string;
  isCut: boolean;
};

/** The last 50 events an integration was sent, newest first, without secrets. Failures: forbidden, not-found, unavailable. */
export async function recentEvents({ actor, db, env }: Context, { id }: IdInput): Promise<Result<ReceivedEvent[]>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const integration = await findIntegration(db, id);
  if (!integration) return err(notFound('integration'));
  const { inbox, type } = integration;
  try {
    const events = await inboxPort(env, inbox).recent(SHOWN);
    return ok(events.map((event, index) => shown(event, type, inbox, index === 0 ? NEWEST_BODY : SHOWN_BODY)));
  } catch (error) {
    console.warn(`inbox ${inbox} did not tell its events: ${reasonOf(error)}`);
    return err(failure('unavailable', 'The events of this integration cannot be read at the moment.'));
  }
}

function shown(event: RecentEvent, type: string, inbox: string, length: number): ReceivedEvent {
  const { id, at, status, reason, headers, body } = event;
  const isTest = headers['user-agent'] === TEST_AGENT;
  const visible = maskBody(indented(body), inbox);
  return {
    ...{ id, at, status, reason, isTest },
    alerts: alertsOf(event, isTest ? 'events' : type),
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
function alertsOf({ results, headers, body, at }: RecentEvent, type: string): ReceivedAlert[] {
  const contentType = headers['content-type'] ?? '';
  const parsed = adapterFor(type)?.parse({
    ...{ method: 'POST', contentType, headers, query: {}, rest: [], body, receivedAt: at },
  });
  const read = parsed?.ok && parsed.value.length === results.length ? parsed.value : [];
  return results.map(({ action, dedupKey, reason, incident }, index) => ({
    ...{ action, dedupKey, reason: reason ?? null, incident: incident ?? null },
    title: read[index]?.title ?? null,
    severity: read[index]?.severity ?? null,
    urgency: read[index]?.urgency ?? null,
  }));
}
