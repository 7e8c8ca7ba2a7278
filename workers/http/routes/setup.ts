import { Hono } from 'hono';
import { createMiddleware } from 'hono/factory';
import * as z from 'zod';
import { failure } from '../../../domain/shared/errors';
import { equalInConstantTime, utf8 } from '../../access/bytes';
import { switchFaults } from '../../faults';
import { loadDemo } from '../../operations/demo/load';
import { systemContext } from '../../system-context';
import type { AppEnv } from '../app-env';
import { contextOf } from '../context-of';
import { failureOfZod, problem } from '../middleware/problem';

/** Only with the set-up token of this installation, and only while the app is on loopback. */
const withSetupToken = createMiddleware<AppEnv>(async (c, next) => {
  const { config } = contextOf(c);
  const given = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
  if (!config.isLocal || !config.setupToken || !equalInConstantTime(utf8(given), utf8(config.setupToken))) {
    return problem(c, failure('not-found', 'There is no such route here.'));
  }
  await next();
});

const demoInput = z.object({ force: z.boolean().default(false) });
const faultsInput = z.object({
  d1: z.enum(['fail', 'slow', 'commit-then-fail']).nullable().default(null),
  queue: z.number().min(0).max(100).default(0),
});

const bodyOf = (text: string): unknown => {
  try {
    return JSON.parse(text || '{}');
  } catch {
    return null;
  }
};

/** What `npm start` and tests use on this machine: the demo organisation, and faults (INTERFACES, variables). */
export const setup = new Hono<AppEnv>()
  .post('/setup/demo', withSetupToken, async (c) => {
    const input = demoInput.safeParse(bodyOf(await c.req.text()));
    if (!input.success) return problem(c, failureOfZod(input.error));
    const context = { ...systemContext(c.env, contextOf(c).waitUntil), origin: 'seed' as const };
    const loaded = await loadDemo(context, input.data);
    return loaded.ok ? c.json(loaded.value, 201) : problem(c, loaded.error);
  })
  .post('/test/faults', withSetupToken, async (c) => {
    const input = faultsInput.safeParse(bodyOf(await c.req.text()));
    if (!input.success) return problem(c, failureOfZod(input.error));
    switchFaults(input.data);
    return c.json(input.data);
  });
