import { describe, expect, it } from 'vitest';
import { isForged } from '../../../workers/http/middleware/csrf';
import { configWith } from './support';

const APP = 'https://ops.example.test';
const config = configWith({ appUrl: APP, isLocal: false });
const COOKIE = { cookie: '__Host-session=a.b.c' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const JSON_BODY = { 'content-type': 'application/json' };

type Case = { method?: string; path?: string; headers: Record<string, string>; forged: boolean };
const ask = ({ method = 'POST', path = '/incidents', headers }: Case) =>
  isForged(new Request(`${APP}${path}`, { method, headers }), config);

const CASES: Case[] = [
  { headers: { ...COOKIE, origin: APP }, forged: false },
  { headers: { ...COOKIE, ...FORM, origin: APP, 'sec-fetch-site': 'same-origin' }, forged: false },
  { headers: { ...COOKIE, 'sec-fetch-site': 'same-origin' }, forged: false },
  { headers: { ...COOKIE, ...FORM, origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }, forged: true },
  { headers: { ...COOKIE, ...FORM, origin: 'https://evil.test', 'sec-fetch-site': 'same-origin' }, forged: true },
  { headers: { ...COOKIE, origin: 'https://status.ops.example.test', 'sec-fetch-site': 'same-site' }, forged: true },
  { headers: { ...COOKIE, origin: 'http://ops.example.test' }, forged: true },
  { headers: { ...COOKIE, origin: `${APP}.evil.test` }, forged: true },
  { headers: { ...COOKIE, origin: 'null' }, forged: true },
  { headers: { ...COOKIE, ...FORM }, forged: true },
  { headers: { ...COOKIE, ...JSON_BODY }, forged: true },
  { headers: { ...COOKIE, 'content-type': 'text/plain', 'sec-fetch-site': 'cross-site' }, forged: true },
  { headers: { ...COOKIE, ...JSON_BODY, 'sec-fetch-site': 'none' }, forged: true },
  { headers: { ...FORM }, forged: true },
  { headers: { 'content-type': 'text/plain;charset=utf-8' }, forged: true },
  { headers: { ...FORM, origin: 'https://evil.test' }, forged: true },
  { headers: { ...JSON_BODY }, forged: false },
  { headers: {}, forged: false },
  { headers: { ...COOKIE, ...FORM, authorization: 'Bearer ok_x', origin: 'https://evil.test' }, forged: false },
  { method: 'GET', headers: { ...COOKIE, origin: 'https://evil.test' }, forged: false },
  {
    method: 'GET',
    path: '/api/v1/incidents/1/live',
    headers: { ...COOKIE, upgrade: 'websocket', origin: 'https://evil.test' },
    forged: true,
  },
  {
    method: 'GET',
    path: '/api/v1/incidents/1/live',
    headers: { ...COOKIE, upgrade: 'websocket', origin: APP },
    forged: false,
  },
  { method: 'HEAD', headers: { ...COOKIE }, forged: false },
  { method: 'PUT', headers: { ...COOKIE }, forged: true },
  { method: 'PATCH', headers: { ...COOKIE }, forged: true },
  { method: 'DELETE', headers: { ...COOKIE }, forged: true },
  { path: '/api/integrations/grafana/abc', headers: { ...FORM, origin: 'https://grafana.test' }, forged: false },
  { path: '/api/heartbeats/abc', headers: { ...FORM }, forged: false },
  { path: '/api/providers/twilio/sms', headers: { ...FORM }, forged: false },
  { path: '/v2/enqueue', headers: { ...FORM }, forged: false },
  { path: '/generic/2010-04-15/create_event.json', headers: { ...FORM }, forged: false },
  { path: '/r/token', headers: { ...FORM }, forged: false },
  { path: '/rotations', headers: { ...COOKIE, ...FORM }, forged: true },
  { path: '/api/v1/incidents', headers: { ...COOKIE, ...JSON_BODY, origin: 'https://evil.test' }, forged: true },
];

describe('a request from another site', () => {
  it.each(CASES)('$method $path $headers forged: $forged', (test) => {
    expect(ask(test)).toBe(test.forged);
  });

  it.each([
    { url: 'http://localhost:8787', origin: 'http://localhost:8787', forged: false },
    { url: 'http://127.0.0.1:8787', origin: 'http://127.0.0.1:8787', forged: false },
    { url: 'http://localhost:8787', origin: 'http://localhost:3000', forged: true },
    { url: 'http://rebound.test:8787', origin: 'http://rebound.test:8787', forged: true },
  ])('on loopback: $origin at $url forged: $forged', ({ url, origin, forged }) => {
    const request = new Request(`${url}/incidents`, { method: 'POST', headers: { cookie: 'session=a.b.c', origin } });
    expect(isForged(request, configWith())).toBe(forged);
  });
  it("on a status page's own host is known by the browser's word for it", () => {
    const url = 'https://status.customer.test';
    const ask = (site: string) =>
      isForged(
        new Request(`${url}/subscribe`, { method: 'POST', headers: { ...FORM, origin: url, 'sec-fetch-site': site } }),
        config,
      );
    expect(ask('same-origin')).toBe(false);
    expect(ask('cross-site')).toBe(true);
  });
});
