import type { Context as HonoContext } from 'hono';
import { setCookie } from 'hono/cookie';
import { SECOND } from '../../../domain/shared/time';
import { pageWords } from '../../../domain/status-page/languages/words';
import type { PageAddress } from '../../../domain/status-page/page';
import { readStatusPath } from '../../../domain/status-page/render/documents';
import { askPage, confirmedPage, sayPage } from '../../../domain/status-page/render/form-html';
import type { View } from '../../../domain/status-page/render/layout';
import type { SubscriberChannel } from '../../../domain/status-page/subscriber';
import { ENTRY_LIFE, enterStatusPage } from '../../operations/status-page/enter';
import { storedPage } from '../../operations/status-page/serve';
import { confirmSubscription, unsubscribe } from '../../operations/status-subscriber/answer';
import { linksOf, linkToken } from '../../operations/status-subscriber/links';
import type { AppEnv } from '../app-env';
import { contextOf } from '../context-of';
import { problem } from '../middleware/problem';
import { say } from './answer';
import { showManage, takeManage } from './manage';
import { askPassword, entryCookie } from './serve';
import { answerJson, isProgram, showSubscribe, takeForm, takeJson } from './subscribe-form';

/** What a form of a page, or a link in its mails, leads to. Null: nothing there. */
type Door = (c: HonoContext<AppEnv>, address: PageAddress, view: View, token: string) => Promise<Response | null>;

const showForm =
  (channel: SubscriberChannel): Door =>
  async (c, _address, view) =>
    showSubscribe(c, view, channel);

const takeFormOf =
  (channel: SubscriberChannel): Door =>
  (c, address, view) =>
    isProgram(c.req.raw) ? takeJson(c, address, view) : takeForm(c, address, view, channel);

// Opening a link changes nothing: programs that look at mails open them all.
const showConfirm: Door = async (c, _address, view, token) => {
  const { mail } = pageWords(view.language);
  return say(c.req.raw, askPage(view, `${mail.confirm}?`, mail.confirm, `/confirm/${token}`));
};

/** A webhook may confirm by itself: whoever reads what arrives there has the token. */
const takeConfirm: Door = async (c, _address, view, token) => {
  const { mail } = pageWords(view.language);
  const done = await confirmSubscription(contextOf(c), { token });
  const forProgram = isProgram(c.req.raw);
  if (!done.ok) return forProgram ? problem(c, done.error) : say(c.req.raw, sayPage(view, mail.dead), 404);
  const { secret, subscriberId } = done.value;
  const { config } = contextOf(c);
  if (!forProgram) return say(c.req.raw, confirmedPage(view, secret, await linkToken(config, 'manage', subscriberId)));
  const { manageUrl } = await linksOf(config, view.url, subscriberId);
  return answerJson(c, { status: 'confirmed', secret, manageUrl }, 200);
};

const showUnsubscribe: Door = async (c, _address, view, token) => {
  const { mail } = pageWords(view.language);
  return say(c.req.raw, askPage(view, mail.unsubscribeAsk, mail.unsubscribe, `/unsubscribe/${token}`));
};

/** Also the one click of a mail program (RFC 8058), which sends no cookie and no origin. */
const takeUnsubscribe: Door = async (c, _address, view, token) => {
  const { mail } = pageWords(view.language);
  const done = await unsubscribe(contextOf(c), { token });
  if (isProgram(c.req.raw)) return done.ok ? answerJson(c, { status: 'unsubscribed' }, 200) : problem(c, done.error);
  return done.ok ? say(c.req.raw, sayPage(view, mail.unsubscribed)) : say(c.req.raw, sayPage(view, mail.dead), 404);
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
  'GET subscribe': showForm('email'),
  'POST subscribe': takeFormOf('email'),
  'GET subscribe/webhook': showForm('webhook'),
  'POST subscribe/webhook': takeFormOf('webhook'),
  'GET subscribe/slack': showForm('slack'),
  'POST subscribe/slack': takeFormOf('slack'),
  'GET confirm': showConfirm,
  'POST confirm': takeConfirm,
  'GET unsubscribe': showUnsubscribe,
  'POST unsubscribe': takeUnsubscribe,
  'GET manage': (c, address, view, token) => showManage({ c, address, view, token }),
  'POST manage': (c, address, view, token) => takeManage({ c, address, view, token }),
  'POST enter': enter,
};
const HAS_TOKEN = /^\/(confirm|manage|unsubscribe)\/([\w.-]{1,200})$/;

/** Answers what is no document: forms and links in mails. Null where the path is none of them, or nothing is there. */
export async function serveForm(c: HonoContext<AppEnv>, address: PageAddress, path: string): Promise<Response | null> {
  const [, name = path.slice(1), token = ''] = HAS_TOKEN.exec(path) ?? [];
  const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
  const key = `${method} ${name}`;
  const door = Object.hasOwn(DOORS, key) ? DOORS[key] : undefined;
  if (!door || (token === '' && /confirm|manage|unsubscribe/.test(name))) return null;
  const stored = await storedPage(contextOf(c), address);
  if (!stored) return null;
  const { language } = readStatusPath('', new URL(c.req.url).searchParams);
  const { page, url } = stored;
  return door(c, address, { page, url, language: language ?? page.language }, token);
}
