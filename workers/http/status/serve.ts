import type { Context as HonoContext } from 'hono';
import { getCookie } from 'hono/cookie';
import { failure } from '../../../domain/shared/errors';
import type { PageAddress } from '../../../domain/status-page/page';
import { isForMachines, readStatusPath } from '../../../domain/status-page/render/documents';
import { gateForm } from '../../../domain/status-page/render/form-html';
import { authenticateSession } from '../../access/authenticate-session';
import type { StoredStatusPage } from '../../durable/ports';
import { hasEntered } from '../../operations/status-page/enter';
import { readLogo } from '../../operations/status-page/logo';
import { type StatusAnswer, serveStatusPage, storedPage } from '../../operations/status-page/serve';
import type { AppEnv } from '../app-env';
import { contextOf } from '../context-of';
import { problem } from '../middleware/problem';
import { answerWith } from './answer';

export const entryCookie = (pageId: string): string => `status_${pageId}`;

/** Answers a GET below a page's address; null: no page stands there. */
export async function serveStatus(
  c: HonoContext<AppEnv>,
  address: PageAddress,
  path: string,
): Promise<Response | null> {
  const context = contextOf(c);
  const { searchParams } = new URL(c.req.url);
  if (path === '/logo' || path === '/logo-dark') return serveLogo(c, address, path === '/logo-dark');
  const asked = readStatusPath(path, searchParams);
  const answer = await serveStatusPage(context, address, asked);
  if (!answer) return null;
  const refused = await refuseVisitor(c, address, answer, asked.path);
  if (refused) return refused;
  return answerWith(c.req.raw, {
    document: answer.document,
    status: answer.found ? 200 : 404,
    isPublic: answer.gate.audience === 'public',
    staleSince: answer.staleSince,
    isOpen: isForMachines(asked.path),
  });
}

type Guarded = Pick<StatusAnswer, 'pageId' | 'gate'>;

/** Null for those who may see the page. */
export async function refuseVisitor(
  c: HonoContext<AppEnv>,
  address: PageAddress,
  answer: Guarded,
  path: string,
): Promise<Response | null> {
  const context = contextOf(c);
  switch (answer.gate.audience) {
    case 'public':
      return null;
    case 'password': {
      const cookie = getCookie(c, entryCookie(answer.pageId)) ?? null;
      if (await hasEntered(context.config, answer, cookie, context.now)) return null;
      if (isForMachines(path)) return problem(c, failure('unauthenticated', 'This status page has a password.'));
      const stored = await storedPage(context, address);
      return stored && askPassword(c, stored, null);
    }
    case 'signed-in': {
      if ((await authenticateSession(context, c.req.raw)).kind === 'authenticated') return null;
      if (isForMachines(path)) return problem(c, failure('unauthenticated', 'Sign in to see this status page.'));
      const here = new URL(c.req.url);
      const next = address.kind === 'slug' ? `?next=${encodeURIComponent(here.pathname)}` : '';
      return c.redirect(`${context.config.appUrl}/login${next}`, 302);
    }
  }
}

/** The door of a page with a password. */
export function askPassword(
  c: HonoContext<AppEnv>,
  { page, url }: Pick<StoredStatusPage, 'page' | 'url'>,
  complaint: string | null,
): Response {
  const { language } = readStatusPath('', new URL(c.req.url).searchParams);
  const view = { page, url, language: language ?? page.language };
  return answerWith(c.req.raw, { document: gateForm(view, complaint), status: 401, isPublic: false });
}

async function serveLogo(c: HonoContext<AppEnv>, address: PageAddress, isDark: boolean): Promise<Response | null> {
  const stored = await storedPage(contextOf(c), address);
  const logo = readLogo(isDark ? stored?.logos.dark : stored?.logos.light);
  if (!logo) return null;
  // A name and a picture of it are no secret: the door of a page with a password shows them too.
  return c.body(logo.body, 200, {
    'content-type': logo.type,
    'cache-control': 'public, max-age=300',
    'content-security-policy': "default-src 'none'; sandbox",
  });
}
