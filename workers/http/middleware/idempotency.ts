import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { failure } from '../../../domain/shared/errors';
import type { Result } from '../../../domain/shared/result';
import { DATABASE_PATIENCE_MS } from '../../access/authentication';
import { within } from '../../access/within';
import { type Claim, claimRequest, type Outcome } from '../../operations/idempotency/claim';
import type { AppEnv } from '../app-env';
import { contextOf } from '../context-of';
import { readBody } from '../raw-body';
import { describeError } from './describe-error';
import { problem } from './problem';

const KEY = /^[\x21-\x7e]{1,255}$/;

/** Declaring and acting on incidents goes on while the database is away, then without the promise to do it once (SEMANTICS 25). */
const WITHOUT_DATABASE = /^\/api\/v1\/incidents(\/|$)/;

const badKey = failure('invalid', 'An Idempotency-Key has 1 to 255 visible ASCII characters.');
const notNow = failure('unavailable', 'The Idempotency-Key could not be noted at the moment; nothing was done.');

/**
 * For POST under /api/v1 with an Idempotency-Key: the first answer stands for 24 hours and is sent again with
 * `Idempotency-Replayed: true` (SEMANTICS 22). 422 for another body, 409 while the first is under way, 400 for what is no
 * key. An answer of 401, 403, 429 or 5xx frees the key.
 */
export const idempotency = createMiddleware<AppEnv>(async (c, next) => {
  const key = c.req.method === 'POST' ? c.req.header('idempotency-key') : undefined;
  if (key === undefined) return next();
  if (!KEY.test(key)) return problem(c, badKey);
  const bodyHash = await hashBody(c);
  if (!bodyHash.ok) return problem(c, bodyHash.error);

  const claimed = await claim(c, key, bodyHash.value);
  if (claimed === null) return WITHOUT_DATABASE.test(c.req.path) ? next() : problem(c, notNow);
  if (!claimed.ok) return problem(c, claimed.error);
  switch (claimed.value.kind) {
    case 'repeat':
      return replay(claimed.value.outcome);
    case 'first': {
      await next();
      const settled = claimed.value
        .settle(await outcomeOf(c.res))
        .catch((error) => warn('idempotency-key-not-settled', error));
      // Stored even when the client has hung up, since that is when it asks again.
      contextOf(c).waitUntil(settled);
      await settled;
    }
  }
});

/** SHA-256 of the body, in hex; the request keeps a body that can be read. */
async function hashBody(c: Context<AppEnv>): Promise<Result<string>> {
  const body = await readBody(c.req.raw);
  if (!body.ok) return body;
  c.req.raw = new Request(c.req.raw, { body: body.value });
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body.value));
  return { ok: true, value: [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('') };
}

/** Null while the database does not answer. */
async function claim(c: Context<AppEnv>, key: string, bodyHash: string): Promise<Result<Claim> | null> {
  // It has just not answered to the question who this is.
  if (c.get('verifiedOffline')) return null;
  const route = `${c.req.method} ${c.req.path}${new URL(c.req.url).search}`;
  const answer = await within(DATABASE_PATIENCE_MS, async () => {
    try {
      return await claimRequest(contextOf(c), { key, route, bodyHash });
    } catch (error) {
      warn('idempotency-key-not-claimed', error);
      throw error;
    }
  });
  return answer.answered ? answer.value : null;
}

/** Null for an answer that may be another one the next time, though the request is the same. */
async function outcomeOf(response: Response): Promise<Outcome | null> {
  const { status } = response;
  if (status >= 500 || [401, 403, 429].includes(status)) return null;
  return { status, contentType: response.headers.get('content-type'), body: await response.clone().text() };
}

function replay({ status, contentType, body }: Outcome): Response {
  const headers = new Headers({ 'idempotency-replayed': 'true', 'cache-control': 'no-store' });
  if (contentType) headers.set('content-type', contentType);
  return new Response(body === '' ? null : body, { status, headers });
}

const warn = (event: string, error: unknown): void =>
  console.warn(JSON.stringify({ event, error: describeError(error) }));
