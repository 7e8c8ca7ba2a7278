import { Hono } from 'hono';
import type { AppEnv } from '../app-env';
import { contextOf } from '../context-of';
import { describeApi } from '../openapi';

/** `/api/openapi.json`, for everybody: it says what the source code says. */
export const openApi = new Hono<AppEnv>().get('/openapi.json', (c) => c.json(describeApi(contextOf(c).config)));
