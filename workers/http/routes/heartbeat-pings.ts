import { type Context, Hono } from 'hono';
import { splitIntegrationKey } from '../../../domain/integration/key';
import { type Failure, failure } from '../../../domain/shared/errors';
import { inboxPort } from '../../durable/stubs';
import type { AppEnv } from '../app-env';
import { problem } from '../middleware/problem';

const unknownKey: Failure = failure('unauthenticated', 'This heartbeat is not known.');
const notNow: Failure = failure('unavailable', 'The ping could not be stored at the moment. Please send it again.');

async function ping(c: Context<AppEnv>, failed: boolean): Promise<Response> {
  const split = splitIntegrationKey(c.req.param('key') ?? '');
  if (!split) return problem(c, unknownKey);
  const agent = c.req.header('user-agent') ?? '';
  try {
    const noted = await inboxPort(c.env, split.inbox).ping({ ...split, failed, agent });
    if (!noted.ok) return problem(c, noted.error);
    c.header('cache-control', 'no-store');
    return c.json({ status: 'ok', state: noted.value.state });
  } catch (error) {
    console.error(`inbox ${split.inbox} did not answer a ping: ${String(error)}`);
    return problem(c, notNow);
  }
}

/**
 * `GET|POST|HEAD /api/heartbeats/{key}` by a job that is well, `…/fail` by one that is not. Whatever body comes is not
 * read. HEAD is answered by GET's handler.
 */
export const heartbeatPings = new Hono<AppEnv>()
  .on(['GET', 'POST'], ['/:key', '/:key/'], (c) => ping(c, false))
  .on(['GET', 'POST'], ['/:key/fail', '/:key/fail/'], (c) => ping(c, true));
