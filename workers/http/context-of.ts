import type { Context as HonoContext } from 'hono';
import type { Context } from '../context';
import type { AppEnv } from './app-env';

/** The context of a request, with whoever has been authenticated for it. */
export const contextOf = (c: HonoContext<AppEnv>): Context => c.get('context');
