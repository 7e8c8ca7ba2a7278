import { createRequestHandler, type ServerBuild } from '@remix-run/cloudflare';
import type { Context } from 'hono';
import { bindOperations } from '../operations/bind';
import { operations } from '../operations/tree';
import type { AppEnv } from './app-env';
import { contextOf } from './context-of';

type Handle = ReturnType<typeof createRequestHandler>;
let handler: Promise<Handle> | null = null;

/** Loaded with the first page, so that the webhook path never pays for React (PERFORMANCE P10). */
const loadHandler = (): Promise<Handle> => {
  handler ??= import('../../build/server').then((build) =>
    createRequestHandler(build as unknown as ServerBuild, 'production'),
  );
  return handler;
};

const themeOf = (cookie: string | undefined): 'light' | 'dark' | null => {
  const choice = /(?:^|;\s*)theme=(light|dark)(?:;|$)/.exec(cookie ?? '')?.[1];
  return choice === 'light' || choice === 'dark' ? choice : null;
};

/** Every page: Remix, with this request's operations in its load context. */
export async function serveWeb(c: Context<AppEnv>): Promise<Response> {
  const handle = await loadHandler();
  const context = contextOf(c);
  return handle(c.req.raw, {
    operations: bindOperations(operations, context),
    viewer: c.get('viewer'),
    requestId: c.get('requestId'),
    nonce: c.get('nonce'),
    theme: themeOf(c.req.header('cookie')),
    // People who dictate or rest a hand on the keys switch these off (WCAG 2.1.4).
    singleKeys: !/(?:^|;\s*)keys=off(?:;|$)/.test(c.req.header('cookie') ?? ''),
    now: context.now,
    isLocal: context.config.isLocal,
  });
}
