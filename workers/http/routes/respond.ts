import { Hono } from 'hono';
import * as z from 'zod';
import { answerByToken } from '../../operations/respond/act';
import { receiveReceipt } from '../../operations/respond/receipt';
import type { AppEnv } from '../app-env';
import { readJson } from '../body';
import { contextOf } from '../context-of';
import { failureOfZod, problem } from '../middleware/problem';

const receiptInput = z.object({ token: z.string().max(200) });

/**
 * Answers by token, from a service worker (`Accept: application/json`) or from the button of the link's page. The button is
 * not the screens' business, because their guard against forged forms asks for an Origin that mail programs hide.
 */
export const respond = new Hono<AppEnv>()
  .post('/r/:token', async (c, next) => {
    const answered = await answerByToken(contextOf(c), { token: c.req.param('token') });
    if (/^application\/json\b/.test(c.req.header('accept') ?? '')) {
      if (!answered.ok) return problem(c, answered.error);
      const { action, incident, changed, bundle } = answered.value;
      const { id, number, status, escalation } = incident;
      const body = { action, changed, incident: { id, number, status, escalation }, ...(bundle ? { bundle } : {}) };
      return c.json(body, 200, { 'cache-control': 'no-store' });
    }
    const { pathname } = new URL(c.req.url);
    if (answered.ok) return c.redirect(`${pathname}?done`, 303);
    // The page itself says what is wrong with the link, or how the incident is now.
    c.req.raw = new Request(c.req.url, { headers: c.req.raw.headers });
    return next();
  })
  .post('/api/push/receipt', async (c) => {
    const body = await readJson(c.req.raw);
    if (!body.ok) return problem(c, body.error);
    const input = receiptInput.safeParse(body.value);
    if (!input.success) return problem(c, failureOfZod(input.error));
    const received = await receiveReceipt(contextOf(c), input.data);
    return received.ok ? c.body(null, 204) : problem(c, received.error);
  });
