import { Hono, type Context as HonoContext } from 'hono';
import { createMiddleware } from 'hono/factory';
import { failure } from '../../../domain/shared/errors';
import type { PageAddress } from '../../../domain/status-page/page';
import { standsAt } from '../../operations/status-page/serve';
import type { AppEnv } from '../app-env';
import { contextOf } from '../context-of';
import { problem } from '../middleware/problem';
import { serveForm } from '../status/forms';
import { serveStatus } from '../status/serve';

const nowhere = (c: HonoContext<AppEnv>): Response => problem(c, failure('not-found', 'There is no such status page.'));

const preflight = (c: HonoContext<AppEnv>): Response =>
  c.body(null, 204, {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, HEAD',
    'access-control-allow-headers': 'if-none-match',
    'access-control-max-age': '86400',
  });

/** Everything below a page's address, which is its prefix here or its own host. */
async function visit(c: HonoContext<AppEnv>, address: PageAddress, prefix: string): Promise<Response | null> {
  const path = c.req.path.slice(prefix.length).replace(/\/+$/, '');
  switch (c.req.method) {
    case 'GET':
    case 'HEAD':
      return (await serveForm(c, address, path)) ?? serveStatus(c, address, path);
    case 'OPTIONS':
      return preflight(c);
    case 'POST':
      return serveForm(c, address, path);
    default:
      return null;
  }
}

/** `/status/{slug}`: the status pages of this installation. */
export const status = new Hono<AppEnv>();
const bySlug = async (c: HonoContext<AppEnv>): Promise<Response> => {
  const slug = c.req.param('slug') ?? '';
  return (await visit(c, { kind: 'slug', slug }, `/status/${slug}`)) ?? nowhere(c);
};
status.get('/:slug', bySlug);
status.get('/:slug/*', bySlug);
status.post('/:slug/*', bySlug);

/** A page's host name of its own: there the page stands at the root, and nothing else of the installation is reached. */
export const ownHost = createMiddleware<AppEnv>(async (c, next) => {
  const { host } = new URL(c.req.url);
  if (host === new URL(contextOf(c).config.appUrl).host || !mayBeOwn(host)) return next();
  const address = { kind: 'host', host } as const;
  let isOwn = false;
  try {
    isOwn = await standsAt(contextOf(c), address);
  } catch {
    // The database is away and no page was ever made for this host: whoever came to answer a page must get through.
  }
  return isOwn ? ((await visit(c, address, '')) ?? nowhere(c)) : next();
});

/** No page can have an address of numbers or a name without a dot as its host. */
const mayBeOwn = (host: string): boolean => /[a-z].*\.|\..*[a-z]/.test(host) && !host.startsWith('[');
