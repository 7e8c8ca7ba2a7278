import type { Context as HonoContext } from 'hono';
import { setCookie } from 'hono/cookie';
import { SECOND } from '../../../domain/shared/time';
import { pageWords } from '../../../domain/status-page/languages/words';
import type { PageAddress } from '../../../domain/status-page/page';
import { readStatusPath } from '../../../domain/status-page/render/documents';
import { askPage, sayPage, subscribeForm } from '../../../domain/status-page/render/form-html';
import type { StatusDocument, View } from '../../../domain/status-page/render/layout';
import { subscribeInput } from '../../../domain/status-page/subscriber-input';
import { ENTRY_LIFE, enterStatusPage } from '../../operations/status-page/enter';
import { storedPage } from '../../operations/status-page/serve';
import { confirmSubscription, unsubscribe } from '../../operations/status-subscriber/answer';
import { subscribe } from '../../operations/status-subscriber/subscribe';
import type { AppEnv } from '../app-env';
import { contextOf } from '../context-of';
import { answerWith } from './answer';
import { askPassword, entryCookie } from './serve';

/** What a form of a page, or a link in its mails, leads to. Null: nothing there. */
type Door = (c: HonoContext<AppEnv>, address: PageAddress, view: View, token: string) => Promise<Response | null>;

const say = (c: HonoContext<AppEnv>, document: StatusDocument, status = 200): Response =>
  answerWith(c.req.raw, { document, status, isPublic: false });

const showSubscribe: Door = async (c, _address, view) =>
  view.page.isPublic ? say(c, subscribeForm(view, { problem: null, typed: '' })) : null;

const takeSubscribe: Door = async (c, address, view) => {
  if (!view.page.isPublic) return null;
  const { mail } = pageWords(view.language);
  const form = await c.req.parseBody({ all: true });
  const typed = typeof form.email === 'string' ? form.email.slice(0, 320) : '';
  const given = [form.component ?? []].flat().filter((one) => typeof one === 'string');
  const input = subscribeInput.safeParse({ email: typed, componentIds: given, language: view.language });
  if (!input.success) return say(c, subscribeForm(view, { problem: mail.badEmail, typed }), 400);
  const asked = await subscribe(contextOf(c), { ...input.data, address });
  if (asked.ok) return say(c, sayPage(view, mail.sent));
  return asked.error.code === 'rate-limited'
    ? say(c, subscribeForm(view, { problem: mail.tooOften, typed }), 429)
    : null;
};

// Opening a link changes nothing: programs that look at mails open them all.
const showConfirm: Door = async (c, _address, view, token) => {
  const { mail } = pageWords(view.language);
  return say(c, askPage(view, `${mail.confirm}?`, mail.confirm, `/confirm/${token}`));
};

const takeConfirm: Door = async (c, _address, view, token) => {
  const { mail } = pageWords(view.language);
  const done = await confirmSubscription(contextOf(c), { token });
  return done.ok ? say(c, sayPage(view, mail.confirmed)) : say(c, sayPage(view, mail.dead), 404);
};

const showUnsubscribe: Door = async (c, _address, view, token) => {
  const { mail } = pageWords(view.language);
  return say(c, askPage(view, mail.unsubscribeAsk, mail.unsubscribe, `/unsubscribe/${token}`));
};

/** Also the one click of a mail program (RFC 8058), which sends no cookie and no origin. */
const takeUnsubscribe: Door = async (c, _address, view, token) => {
  const { mail } = pageWords(view.language);
  const done = await unsubscribe(contextOf(c), { token });
  return done.ok ? say(c, sayPage(view, mail.unsubscribed)) : say(c, sayPage(view, mail.dead), 404);
};

const enter: Door = async (c, address, view) => {
  const context = contextOf(c);
  const form = await c.req.parseBody();
  const password = typeof form.password === 'string' ? form.password.slice(0, 200) : '';
  const entry = await enterStatusPage(context, address, password);
  const { gate } = pageWords(view.language);
  if (entry.kind === 'nothing') return null;
  if (entry.kind !== 'open') return askPassword(c, view, entry.kind === 'wait' ? gate.wait : gate.wrong);
  const path = new URL(view.url).pathname;
  setCookie(c, entryCookie(entry.pageId), entry.cookie, {
    path,
    httpOnly: true,
    secure: context.config.appUrl.startsWith('https:'),
    sameSite: 'Lax',
    maxAge: ENTRY_LIFE / SECOND,
  });
  return c.redirect(path, 303);
};

const DOORS: Record<string, Door> = {
  'GET subscribe': showSubscribe,
  'POST subscribe': takeSubscribe,
  'GET confirm': showConfirm,
  'POST confirm': takeConfirm,
  'GET unsubscribe': showUnsubscribe,
  'POST unsubscribe': takeUnsubscribe,
  'POST enter': enter,
};
const HAS_TOKEN = /^\/(confirm|unsubscribe)\/([\w.-]{1,200})$/;

/** Answers what is no document: forms and links in mails. Null where the path is none of them, or nothing is there. */
export async function serveForm(c: HonoContext<AppEnv>, address: PageAddress, path: string): Promise<Response | null> {
  const [, name = path.slice(1), token = ''] = HAS_TOKEN.exec(path) ?? [];
  const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
  const key = `${method} ${name}`;
  const door = Object.hasOwn(DOORS, key) ? DOORS[key] : undefined;
  if (!door || (token === '' && /confirm|unsubscribe/.test(name))) return null;
  const stored = await storedPage(contextOf(c), address);
  if (!stored) return null;
  const { language } = readStatusPath('', new URL(c.req.url).searchParams);
  const { page, url } = stored;
  return door(c, address, { page, url, language: language ?? page.language }, token);
}
