import { Hono } from 'hono';
import * as z from 'zod';
import { answerByToken } from '../../operations/respond/act';
import { receiveReceipt } from '../../operations/respond/receipt';
import type { AppEnv } from '../app-env';
import { readJson } from '../body';
import { contextOf } from '../context-of';
import { failureOfZod, problem } from '../middleware/problem';

const receiptInput = z.object({ token: z.string().max(200) });

/** What a service worker sends. A page's form to the same path is answered by the screens. */
export const respond = new Hono<AppEnv>()
  .post('/r/:token', async (c, next) => {
    if (!/^application\/json\b/.test(c.req.header('accept') ?? '')) return next();
    const answered = await answerByToken(contextOf(c), { token: c.req.param('token') });
    if (!answered.ok) return problem(c, answered.error);
    const { action, incident, changed } = answered.value;
    const { id, number, status, escalation } = incident;
    return c.json({ action, changed, incident: { id, number, status, escalation } }, 200, {
      'cache-control': 'no-store',
    });
  })
  .post('/api/push/receipt', async (c) => {
    const body = await readJson(c.req.raw);
    if (!body.ok) return problem(c, body.error);
    const input = receiptInput.safeParse(body.value);
    if (!input.success) return problem(c, failureOfZod(input.error));
    const received = await receiveReceipt(contextOf(c), input.data);
    return received.ok ? c.body(null, 204) : problem(c, received.error);
  });
