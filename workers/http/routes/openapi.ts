import { Hono } from 'hono';
import type { AppEnv } from '../app-env';
import { contextOf } from '../context-of';
import { describeApi } from '../openapi';

/** What it shows is read by its script out of the description, so that the two can never differ. */
const REFERENCE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>API reference · OpsKnight Edge</title><link rel="icon" type="image/svg+xml" href="/favicon-calm.svg"><link rel="stylesheet" href="/api-reference.css"><script type="module" src="/api-reference.js"></script></head><body><p><a href="/">OpsKnight Edge</a></p><main><h1>API reference</h1><p>Every route, with an example to copy and a form that sends it from here. The same for machines: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).</p><p>Keys are made under <a href="/settings/api-keys">API keys</a>. Without one, requests are sent as whoever is signed in here. They are real: what is deleted is gone.</p><label for="key"><b>API key</b> <small>stays in this page, and is gone when you leave it</small></label><input id="key" type="password" autocomplete="off" spellcheck="false"><div id="reference"><noscript>The forms need JavaScript; openapi.json says the same.</noscript></div></main></body></html>`;

/** `/api/openapi.json` and `/api/docs`, for everybody: they say what the source code says. */
export const openApi = new Hono<AppEnv>()
  .get('/openapi.json', (c) => c.json(describeApi(contextOf(c).config)))
  .get('/docs', (c) => c.html(REFERENCE));
