import type { Context as HonoContext } from 'hono';
import type { Failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import { pageWords } from '../../../domain/status-page/languages/words';
import type { PageAddress } from '../../../domain/status-page/page';
import { sayPage } from '../../../domain/status-page/render/form-html';
import type { View } from '../../../domain/status-page/render/layout';
import {
  badAddress,
  NOTHING_TYPED,
  subscribeForm,
  type Typed,
} from '../../../domain/status-page/render/subscribe-html';
import type { SubscriberChannel } from '../../../domain/status-page/subscriber';
import { type SubscribeInput, subscribeInput } from '../../../domain/status-page/subscriber-input';
import { subscribe } from '../../operations/status-subscriber/subscribe';
import type { AppEnv } from '../app-env';
import { readJson } from '../body';
import { contextOf } from '../context-of';
import { failureOfZod, problem } from '../middleware/problem';
import { say } from './answer';

const MOST_TYPED = 2000;

/** Whether a program asks, which is answered in JSON. */
export const isProgram = (request: Request): boolean =>
  /\bjson\b/i.test(request.headers.get('content-type') ?? '') || /\bjson\b/i.test(request.headers.get('accept') ?? '');

export const answerJson = (c: HonoContext<AppEnv>, body: object, status: 200 | 202): Response =>
  c.json(body, status, { 'cache-control': 'no-store' });

export const showSubscribe = (c: HonoContext<AppEnv>, view: View, channel: SubscriberChannel): Response | null =>
  view.page.isPublic ? formOf(c, view, channel, { problem: null, typed: NOTHING_TYPED }, 200) : null;

const formOf = (
  c: HonoContext<AppEnv>,
  view: View,
  channel: SubscriberChannel,
  shown: { problem: string | null; typed: Typed },
  status: number,
): Response => say(c.req.raw, subscribeForm(view, channel, shown), status);

/** A visitor's wish, from the form of a channel. */
export async function takeForm(
  c: HonoContext<AppEnv>,
  address: PageAddress,
  view: View,
  channel: SubscriberChannel,
): Promise<Response | null> {
  if (!view.page.isPublic) return null;
  const words = pageWords(view.language);
  const form = await c.req.parseBody({ all: true });
  const componentIds = [form.component ?? []].flat().filter((one) => typeof one === 'string');
  const typed = { address: typeof form.address === 'string' ? form.address.slice(0, MOST_TYPED) : '', componentIds };
  const input = subscribeInput.safeParse({ channel, ...typed, language: view.language });
  const asked = input.success ? await subscribe(contextOf(c), { address, wish: input.data }) : null;
  if (asked?.ok) {
    const said = channel === 'email' ? words.mail.sent : words.ways.asked;
    return say(c.req.raw, sayPage(view, said));
  }
  const code = asked?.error.code ?? 'invalid';
  if (code === 'not-found') return null;
  return code === 'rate-limited'
    ? formOf(c, view, channel, { problem: words.mail.tooOften, typed }, 429)
    : formOf(c, view, channel, { problem: badAddress(words, channel), typed }, 400);
}

/** The same from a program: `{ channel, address, componentIds, language }`. 202: the address has been asked. */
export async function takeJson(c: HonoContext<AppEnv>, address: PageAddress, view: View): Promise<Response | null> {
  if (!view.page.isPublic) return null;
  const wish = await readWish(c.req.raw);
  const asked = wish.ok ? await subscribe(contextOf(c), { address, wish: wish.value }) : wish;
  return asked.ok ? answerJson(c, { status: 'asked' }, 202) : problem(c, asked.error);
}

async function readWish(request: Request): Promise<Result<SubscribeInput, Failure>> {
  const body = await readJson(request);
  if (!body.ok) return body;
  const input = subscribeInput.safeParse(body.value);
  return input.success ? ok(input.data) : err(failureOfZod(input.error));
}
