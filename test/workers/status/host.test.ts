import { env } from 'cloudflare:test';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createStatusPageInput } from '../../../domain/status-page/input';
import { app } from '../../../workers/http/app';
import { checkHost } from '../../../workers/operations/status-page/check-host';
import { createStatusPage } from '../../../workers/operations/status-page/create';
import { call, keyWith } from '../api/support';
import { adminContext, settle, taken } from '../config/support';

// Whether a page is reached under its own host name, as its editor and the API ask it.

const HOST = 'status.weir.example';
const context = adminContext({ now: Date.now() });
let id = '';

beforeAll(async () => {
  const make = async (slug: string, host: string | null) =>
    taken(await createStatusPage(context, createStatusPageInput.parse({ name: 'Weir', slug, host }))).id;
  id = await make('weir', HOST);
  await make('weir-elsewhere', 'status.other.example');
  await settle();
});
afterEach(() => vi.restoreAllMocks());

type Record = { name: string; type: number; data: string };
const dns = (...Answer: Record[]) => Response.json({ Status: Answer.length > 0 ? 0 : 3, Answer });

/** Public DNS and the host as they answer; `asked` are the addresses that were opened. */
function internet(named: (type: string) => Response, host: () => Response | Promise<Response>): { asked: string[] } {
  const asked: string[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const url = new URL(String(input));
    asked.push(`${url.hostname}${url.pathname}`);
    if (url.hostname !== 'cloudflare-dns.com') return host();
    expect(url.searchParams.get('name')).toBe(HOST);
    return named(url.searchParams.get('type') ?? '');
  });
  return { asked };
}
const leadsHere = (type: string): Response =>
  type === 'A'
    ? dns({ name: HOST, type: 5, data: 'Ops.Example.com.' }, { name: 'ops.example.com', type: 1, data: '203.0.113.7' })
    : dns({ name: HOST, type: 5, data: 'ops.example.com.' }, { name: HOST, type: 28, data: '2001:db8::7' });

/** What really stands under a name, as another Worker of ours answers it. */
async function servedAt(host: string): Promise<Response> {
  const left: Promise<unknown>[] = [];
  const execution = { waitUntil: (work: Promise<unknown>) => left.push(work), passThroughOnException() {}, props: {} };
  const answer = await app.request(`http://${host}/api/v2/status.json`, {}, env, execution as never);
  await Promise.all(left);
  return answer;
}
/** As an installation on the internet asks; the one of the tests is a local one, which opens no public name by http. */
const check = async () => {
  const config = { ...context.config, appUrl: 'https://ops.example.com' };
  return taken(await checkHost({ ...context, config }, { id }));
};

describe('a host name', () => {
  it('works where public DNS knows it and this very page answers there', async () => {
    const { asked } = internet(leadsHere, () => servedAt(HOST));
    expect(await check()).toEqual({
      host: HOST,
      trail: { names: ['ops.example.com'], addresses: ['203.0.113.7', '2001:db8::7'] },
      dnsProblem: null,
      answer: { kind: 'page' },
    });
    expect(asked.toSorted()).toEqual([
      'cloudflare-dns.com/dns-query',
      'cloudflare-dns.com/dns-query',
      `${HOST}/api/v2/status.json`,
    ]);
  });

  it.each([
    ['another page of ours', () => servedAt('status.other.example'), { kind: 'other', status: 200 }],
    ['a stranger’s site', () => new Response('<h1>Parked</h1>'), { kind: 'other', status: 200 }],
    [
      'a way to somewhere else',
      () => Response.redirect('https://elsewhere.example/', 302),
      { kind: 'other', status: 302 },
    ],
    ['a door', () => new Response('', { status: 401 }), { kind: 'door', status: 401 }],
    ['nobody', () => Promise.reject(new TypeError('Network lost')), { kind: 'none' }],
  ])('is not called working where %s answers', async (_, answer, found) => {
    internet(leadsHere, answer as () => Promise<Response>);
    expect((await check()).answer).toMatchObject(found);
  });

  it('leads nowhere where DNS knows no such name, and is not known where DNS does not answer', async () => {
    internet(
      () => dns(),
      () => Promise.reject(new TypeError('Network lost')),
    );
    expect(await check()).toMatchObject({ trail: { names: [], addresses: [] }, dnsProblem: null });
    vi.restoreAllMocks();
    internet(
      () => new Response('', { status: 503 }),
      () => servedAt(HOST),
    );
    expect(await check()).toMatchObject({
      trail: null,
      dnsProblem: expect.stringContaining('could not be asked'),
    });
  });

  it('is asked about by the API, by those who may change the page', async () => {
    internet(leadsHere, () => servedAt(HOST));
    const path = `/api/v1/status-pages/${id}/check-host`;
    const { status, body } = await call(await keyWith('config:write'), 'POST', path);
    expect(status).toBe(200);
    expect(body).toMatchObject({ host: HOST, dnsProblem: null, answer: { kind: 'none', why: expect.any(String) } });
    expect(body.trail).toEqual({ names: ['ops.example.com'], addresses: ['203.0.113.7', '2001:db8::7'] });
    expect((await call(await keyWith('read'), 'POST', path)).status).toBe(403);
    expect((await call(await keyWith('config:write'), 'POST', '/api/v1/status-pages/spg_none/check-host')).status).toBe(
      404,
    );
  });
});
