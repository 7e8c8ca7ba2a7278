import { type Context, Hono } from 'hono';
import { allowedOrigin } from '../../../domain/ingest/allowed-origin';
import { splitIntegrationKey } from '../../../domain/integration/key';
import { type Failure, failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { AcceptedEvent, InboundCall } from '../../durable/ports';
import { inboxPort } from '../../durable/stubs';
import type { AppEnv } from '../app-env';
import { problem } from '../middleware/problem';
import { readAlertBody } from '../raw-body';

const unknownKey: Failure = failure('unauthenticated', 'This integration key is not known.');
const notNow: Failure = failure('unavailable', 'The alert could not be stored at the moment. Please send it again.');

/** Query parameters and headers under which tools send a key. */
const KEY_PARAMETERS = ['key', 'token', 'auth_token', 'integration_key', 'integrationKey'];
const KEY_HEADERS = ['x-integration-key', 'x-api-key', 'x-routing-key'];

/** Bearer, GenieKey, Token (with `token=` before it or not), and either part of Basic: whichever the tool's form has a field for. */
function keysInAuthorization(header: string | undefined): string[] {
  const [, scheme = '', value = ''] = /^(\w+)\s+(\S+)$/.exec(header ?? '') ?? [];
  if (/^(?:bearer|geniekey|token)$/i.test(scheme)) return [value.replace(/^token=/, '')];
  if (!/^basic$/i.test(scheme)) return [];
  try {
    return atob(value).split(':');
  } catch {
    return [];
  }
}

/** The key of a call: in the path, in the query, or in a header, as the vendor can send it. */
function keyOf(c: Context<AppEnv>, parts: string[]): { key: string; rest: string[] } {
  const elsewhere = [
    ...KEY_PARAMETERS.map((name) => c.req.query(name)),
    ...KEY_HEADERS.map((name) => c.req.header(name)),
    ...keysInAuthorization(c.req.header('authorization')),
  ].find((key) => key !== undefined && splitIntegrationKey(key) !== null);
  if (elsewhere !== undefined) return { key: elsewhere, rest: parts };
  const [key = '', ...rest] = parts;
  return { key, rest };
}

/** Reads the body, finds the inbox by the key, and hands over: the answer is what the inbox has stored. */
export async function handOver(
  c: Context<AppEnv>,
  key: string,
  type: string,
  rest: string[],
  body?: ArrayBuffer,
): Promise<Result<AcceptedEvent[]>> {
  const split = splitIntegrationKey(key);
  if (!split) return err(unknownKey);
  const read = body ? ok(body) : await readAlertBody(c.req.raw);
  if (!read.ok) return read;
  const query = Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== key));
  const headers = Object.fromEntries(c.req.raw.headers);
  const call: InboundCall = { ...split, type, method: c.req.method, headers, query, rest, body: read.value };
  try {
    return await inboxPort(c.env, split.inbox).accept(call);
  } catch (error) {
    console.error(`inbox ${split.inbox} did not answer: ${String(error)}`);
    return err(notNow);
  }
}

/** The path's parts behind `prefix`, decoded; a slash at the end counts for nothing. */
export const partsAfter = (c: Context<AppEnv>, prefix: string): string[] =>
  new URL(c.req.url).pathname.slice(prefix.length).split('/').filter(Boolean).map(decodePart);

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * Alerts in: size, key, and over to the integration's inbox. 202 only for what is stored; 503 when that did not work,
 * so that the vendor sends again (SEMANTICS 18–20).
 */
async function receive(c: Context<AppEnv>): Promise<Response> {
  const [type = '', ...parts] = partsAfter(c, '/api/integrations/');
  const { key, rest } = keyOf(c, parts);
  const accepted = await handOver(c, key, type, rest);
  if (!accepted.ok) return problem(c, accepted.error);
  const awaited = accepted.value.find(({ answer }) => answer !== undefined);
  return awaited ? c.json(awaited.answer) : c.json({ status: 'accepted', results: accepted.value }, 202);
}

/** Permission for senders of CloudEvents. It opens nothing: what they send needs its key as ever. */
function allow(c: Context<AppEnv>): Response {
  return c.body(null, 200, { allow: 'GET, POST, PUT', ...allowedOrigin(c.req.header('webhook-request-origin')) });
}

/** `POST|GET /api/integrations/{type}/{key}/…` in all its forms. */
export const receiveAlerts = new Hono<AppEnv>().on(['GET', 'POST', 'PUT'], '/*', receive).on('OPTIONS', '/*', allow);
