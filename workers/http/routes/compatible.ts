import { type Context, Hono } from 'hono';
import type { Failure } from '../../../domain/shared/errors';
import { HTTP_STATUS } from '../../../domain/shared/errors';
import type { AppEnv } from '../app-env';
import { problem } from '../middleware/problem';
import { readAlertBody } from '../raw-body';
import { handOver, partsAfter } from './receive';

// Endpoints of other products under their own paths, so that a client changes only its host. The key of ours stands
// where theirs stood; answers have the vendor's shape.

/** How a version of PagerDuty's Events API names things. Older tools still call the first one (Nagios' and Zabbix' first agents). */
type EventsApi = { keyField: string; dedupField: string; accepted: 200 | 202 };
const VERSION_1: EventsApi = { keyField: 'service_key', dedupField: 'incident_key', accepted: 200 };
const VERSION_2: EventsApi = { keyField: 'routing_key', dedupField: 'dedup_key', accepted: 202 };

/** PagerDuty carries its key in the body or in X-Routing-Key. Null where there is none to read. */
function routingKeyOf(c: Context<AppEnv>, body: ArrayBuffer, name: string): string | null {
  try {
    const key = (JSON.parse(new TextDecoder().decode(body)) as Record<string, unknown>)[name];
    if (typeof key === 'string') return key;
  } catch {
    // The adapter says what is wrong with the body, once it is known whose it is.
  }
  return c.req.header('x-routing-key') ?? null;
}

/** What PagerDuty says to an event it does not take: 400 also for a key that it does not know. */
function invalidEvent(c: Context<AppEnv>, { code, message }: Failure): Response {
  const body = { status: 'invalid event', message: 'Event object is invalid', errors: [message] };
  return c.json(body, code === 'unauthenticated' ? 400 : HTTP_STATUS[code], {
    ...(code === 'unavailable' ? { 'retry-after': '5' } : {}),
  });
}

async function pagerDuty(c: Context<AppEnv>, api: EventsApi, rest: string[] = []): Promise<Response> {
  const body = await readAlertBody(c.req.raw);
  if (!body.ok) return invalidEvent(c, body.error);
  const key = routingKeyOf(c, body.value, api.keyField);
  if (key === null) return invalidEvent(c, { code: 'invalid', message: `'${api.keyField}' is missing or blank` });
  const accepted = await handOver(c, key, 'pagerduty', rest, body.value);
  if (!accepted.ok) return invalidEvent(c, accepted.error);
  const [first] = accepted.value;
  const said = { status: 'success', message: 'Event processed', [api.dedupField]: first?.dedupKey };
  return c.json(said, api.accepted);
}

/** Opsgenie's Alert API: `Authorization: GenieKey …`. */
async function opsgenie(c: Context<AppEnv>): Promise<Response> {
  const started = c.var.context.now;
  const key = /^GenieKey\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
  const accepted = await handOver(c, key, 'opsgenie', partsAfter(c, '/v2/alerts'));
  const took = (Date.now() - started) / 1000;
  if (accepted.ok) return c.json({ result: 'Request will be processed', took, requestId: c.var.requestId }, 202);
  const { code, message } = accepted.error;
  return c.json({ message, took, requestId: c.var.requestId }, code === 'invalid' ? 422 : HTTP_STATUS[code]);
}

/** Splunk On-Call's (VictorOps') REST endpoint: key and routing key in the path. */
async function splunkOnCall(c: Context<AppEnv>): Promise<Response> {
  const [key = '', ...rest] = partsAfter(c, '/integrations/generic/20131114/alert/');
  const accepted = await handOver(c, key, 'splunk-oncall', rest);
  if (!accepted.ok) return problem(c, accepted.error);
  return c.json({ result: 'success', entity_id: accepted.value[0]?.dedupKey }, 202);
}

export const compatible = new Hono<AppEnv>()
  .post('/v2/enqueue', (c) => pagerDuty(c, VERSION_2))
  .post('/v2/enqueue/', (c) => pagerDuty(c, VERSION_2))
  .post('/v2/change/enqueue', (c) => pagerDuty(c, VERSION_2, ['change']))
  .post('/v2/change/enqueue/', (c) => pagerDuty(c, VERSION_2, ['change']))
  .post('/generic/2010-04-15/create_event.json', (c) => pagerDuty(c, VERSION_1))
  .on(['POST', 'PUT', 'DELETE'], ['/v2/alerts', '/v2/alerts/*'], opsgenie)
  .post('/integrations/generic/20131114/alert/*', splunkOnCall);
