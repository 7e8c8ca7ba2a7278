import { type Context, Hono } from 'hono';
import { splitIntegrationKey } from '../../../domain/integration/key';
import { type Failure, failure } from '../../../domain/shared/errors';
import type { InboundCall } from '../../durable/ports';
import { inboxPort } from '../../durable/stubs';
import type { AppEnv } from '../app-env';
import { problem } from '../middleware/problem';
import { readBody } from '../raw-body';

const unknownKey: Failure = failure('unauthenticated', 'This integration key is not known.');
const notNow: Failure = failure('unavailable', 'The alert could not be stored at the moment. Please send it again.');

/** The key of a call: in the path, in the query, or in a header, as the vendor can send it. */
function keyOf(c: Context<AppEnv>, parts: string[]): { key: string; rest: string[] } {
  const bearer = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  const elsewhere = c.req.query('key') ?? c.req.header('x-integration-key') ?? bearer;
  if (elsewhere !== undefined) return { key: elsewhere, rest: parts };
  const [key = '', ...rest] = parts;
  return { key, rest };
}

/**
 * Alerts in: size, key, and over to the integration's inbox. 202 only for what is stored; 503 when that did not work,
 * so that the vendor sends again (SEMANTICS 18–20).
 */
async function receive(c: Context<AppEnv>): Promise<Response> {
  const [, , , type = '', ...parts] = new URL(c.req.url).pathname.replace(/\/+$/, '').split('/').map(decodePart);
  const { key, rest } = keyOf(c, parts);
  const split = splitIntegrationKey(key);
  if (!split) return problem(c, unknownKey);
  const body = await readBody(c.req.raw);
  if (!body.ok) return problem(c, body.error);
  const { key: _key, ...query } = c.req.query();
  const headers = Object.fromEntries(c.req.raw.headers);
  const call: InboundCall = { ...split, type, method: c.req.method, headers, query, rest, body: body.value };
  try {
    const accepted = await inboxPort(c.env, split.inbox).accept(call);
    if (!accepted.ok) return problem(c, accepted.error);
    return c.json({ status: 'accepted', results: accepted.value }, 202);
  } catch (error) {
    console.error(`inbox ${split.inbox} did not answer: ${String(error)}`);
    return problem(c, notNow);
  }
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** `POST|GET /api/integrations/{type}/{key}/…` in all its forms. */
export const receiveAlerts = new Hono<AppEnv>().on(['GET', 'POST', 'PUT'], '/*', receive);
