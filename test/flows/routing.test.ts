import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inboxPort } from '../../workers/durable/stubs';
import { idle, pass, startClock, stopClock } from './support/clock';
import { NO_TARGETS, newWorld, PASSWORD, request, told, type World } from './support/world';

let world: World;
let database: { id: string };
beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
  const bo = await world.create('/users', {
    ...{ name: 'bo', email: 'bo@example.test', role: 'RESPONDER', timezone: 'UTC' },
    password: PASSWORD,
  });
  const steps = [{ delaySeconds: 0, targets: [{ kind: 'USER', id: bo.id }] }];
  const policy = await world.create('/escalation-policies', { name: 'Database', steps });
  database = await world.create('/services', {
    name: 'database',
    escalationPolicyId: policy.id,
    settings: { sla: NO_TARGETS },
  });
});
afterAll(stopClock);

type Integration = { id: string; key: string; inbox: string };
type Result = { action: string; dedupKey: string; reason?: string; incident?: { id: string } };
type Kept = {
  id: number;
  status: number;
  reason: string | null;
  trace: { replayOf?: number } | null;
  alerts: {
    title: string;
    routing: string;
    decision: string;
    pages: { user: string; channel: string; state: string }[];
  }[];
};

async function make(type: string, more: Record<string, unknown> = {}): Promise<Integration> {
  const made = await world.create('/integrations', { name: type, type, serviceId: world.service.id, ...more });
  await told();
  return made as unknown as Integration;
}

async function post({ key }: Integration, type: string, body: unknown) {
  const response = await request(`/api/integrations/${type}/${key}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { results?: Result[] };
  await idle();
  return { status: response.status, result: answer.results?.[0] };
}

const event = (key: string, summary: string, more: object = {}) => ({
  ...{ event_action: 'trigger', dedup_key: key },
  payload: { summary, severity: 'critical', ...more },
});
const kept = async ({ id }: Integration) => (await world.call('GET', `/integrations/${id}/events`)).body.data as Kept[];

describe('routing rules of an integration', () => {
  const rules = [
    { name: 'Noise', outcome: 'drop', conditions: [{ op: 'contains', field: 'title', value: 'noise' }] },
    { name: 'Diary', outcome: 'record', conditions: [{ op: 'equals', field: 'severity', value: 'info' }] },
    { name: 'Quiet', outcome: 'suppress', conditions: [{ op: 'matches', field: 'title', value: '^quiet' }] },
    {
      name: 'Database',
      conditions: [{ op: 'equals', field: 'labels.kind', value: 'db' }],
      ...{ serviceId: '', urgency: 'LOW', title: 'DB: {{title}}' },
    },
  ];
  let integration: Integration;
  beforeAll(async () => {
    const named = rules.map((rule) => ('serviceId' in rule ? { ...rule, serviceId: database.id } : rule));
    integration = await make('events', { routingRules: named });
  });

  it('send an alert to another service, with its people, another urgency and title', async () => {
    const { result } = await post(integration, 'events', event('r1', 'slow', { custom_details: { kind: 'db' } }));
    const incident = await world.incident(result?.incident?.id ?? '');
    expect(incident).toMatchObject({ serviceId: database.id, urgency: 'LOW', title: 'DB: slow' });
    const [latest] = await kept(integration);
    expect(latest?.alerts[0]).toMatchObject({
      routing: 'rule “Database”: labels.kind equals “db”',
      decision: 'first alert with this key',
      pages: [{ user: 'bo', channel: 'email' }],
    });
    // What ends it finds it, whatever the rules say.
    await post(integration, 'events', { event_action: 'resolve', dedup_key: 'r1' });
    expect((await world.incident(incident.id as string)).status).toBe('RESOLVED');
  });

  it('suppress: an incident that pages nobody', async () => {
    const { result } = await post(integration, 'events', event('r2', 'quiet please'));
    const id = result?.incident?.id ?? '';
    expect((await world.incident(id)).status).toBe('SUPPRESSED');
    expect((await world.call('GET', `/incidents/${id}/notifications`)).body.data).toEqual([]);
  });

  it('record and drop: answered, no incident, kept or not', async () => {
    const before = (await kept(integration)).length;
    const recorded = await post(integration, 'events', event('r3', 'note', { severity: 'info' }));
    const dropped = await post(integration, 'events', event('r4', 'NOISE'));
    expect([recorded.status, dropped.status]).toEqual([202, 202]);
    expect(recorded.result).toMatchObject({ action: 'ignored', reason: expect.stringContaining('only recorded') });
    expect(dropped.result).toMatchObject({ action: 'ignored', reason: expect.stringContaining('dropped') });
    expect((await kept(integration)).length).toBe(before + 1);
  });

  it('are refused when they name what does not exist or cannot be', async () => {
    const patch = (routingRules: unknown) => world.call('PATCH', `/integrations/${integration.id}`, { routingRules });
    expect((await patch([{ name: 'x', serviceId: 'svc_none' }])).body).toMatchObject({
      errors: [{ pointer: expect.stringContaining('routingRules/0/serviceId') }],
    });
    const pattern = { op: 'matches', field: 'title', value: '(' };
    expect((await patch([{ name: 'x', conditions: [pattern] }])).status).toBe(400);
  });
});

describe('a field mapping', () => {
  it('is tried on what was received, stored, and used on it again', async () => {
    const webhook = await make('webhook');
    const sent = { problem: { text: 'Boiler' }, no: 4, phase: 'los' };
    expect((await post(webhook, 'webhook', sent)).result).toMatchObject({ action: 'ignored', reason: 'unmapped' });
    const fieldMapping = { title: ['problem.text'], dedupKey: ['no'], status: ['phase'], actions: { los: 'trigger' } };
    const tried = await world.call('POST', `/integrations/${webhook.id}/try-mapping`, { fieldMapping });
    expect(tried.body).toMatchObject({ alerts: [{ action: 'trigger', title: 'Boiler', dedupKey: '4' }] });
    expect((await world.call('PATCH', `/integrations/${webhook.id}`, { fieldMapping })).status).toBe(200);
    await told();
    const [unread] = await kept(webhook);
    const replayed = await world.call('POST', `/integrations/${webhook.id}/events/${unread?.id}/replay`);
    await idle();
    expect(replayed.body).toMatchObject({ results: [{ action: 'trigger', dedupKey: '4', incident: {} }] });
    const [again] = await kept(webhook);
    expect(again).toMatchObject({ trace: { replayOf: unread?.id }, alerts: [{ title: 'Boiler' }] });
  });

  it('is for the generic webhook only, and finds no event where none came', async () => {
    const grafana = await make('grafana');
    const answer = await world.call('PATCH', `/integrations/${grafana.id}`, { fieldMapping: { title: ['x'] } });
    expect(answer.status).toBe(400);
    const empty = await make('webhook');
    const tried = await world.call('POST', `/integrations/${empty.id}/try-mapping`, { fieldMapping: {} });
    expect(tried.status).toBe(404);
    expect((await world.call('POST', `/integrations/${empty.id}/events/99/replay`)).status).toBe(404);
  });
});

describe('an alert that comes again', () => {
  it('opens its incident again within the service’s window, and the next one after it', async () => {
    const settings = { reopenWindowMinutes: 10 };
    await world.call('PATCH', `/services/${world.service.id}`, { settings });
    const integration = await make('events');
    const first = await post(integration, 'events', event('flap', 'flaps'));
    const id = first.result?.incident?.id ?? '';
    await post(integration, 'events', { event_action: 'resolve', dedup_key: 'flap' });
    await pass(9 * 60);
    expect((await post(integration, 'events', event('flap', 'flaps'))).result?.incident?.id).toBe(id);
    expect((await world.incident(id)).status).toBe('OPEN');
    expect(await world.timeline(id)).toContain('reopened');
    await post(integration, 'events', { event_action: 'resolve', dedup_key: 'flap' });
    await pass(11 * 60);
    const next = await post(integration, 'events', event('flap', 'flaps'));
    expect(next.result?.incident?.id).not.toBe(id);
    await world.call('PATCH', `/services/${world.service.id}`, { settings: { reopenWindowMinutes: null } });
    await told();
  });

  it('opens resolved and pages nobody when the tool’s own times prove that it is over', async () => {
    const prometheus = await make('prometheus');
    const alert = (status: string) => ({
      alerts: [
        {
          ...{ status, fingerprint: 'late', labels: { alertname: 'Late' } },
          ...{ startsAt: '2031-01-06T02:00:00Z', endsAt: '2031-01-06T02:30:00Z' },
        },
      ],
    });
    expect((await post(prometheus, 'prometheus', alert('resolved'))).result?.incident).toBeUndefined();
    const { result } = await post(prometheus, 'prometheus', alert('firing'));
    const id = result?.incident?.id ?? '';
    expect((await world.incident(id)).status).toBe('RESOLVED');
    expect((await world.call('GET', `/incidents/${id}/notifications`)).body.data).toEqual([]);
  });
});

describe('the alarm of silence', () => {
  it('opens an incident when nothing is heard, once, and ends it when something is', async () => {
    const integration = await make('events', { silenceAlarmMinutes: 60 });
    const poke = () => inboxPort(env, integration.inbox).poke();
    await post(integration, 'events', event('beat', 'still here', { severity: 'info' }));
    await pass(59 * 60);
    await poke();
    expect((await kept(integration)).length).toBe(1);
    await pass(60);
    await poke();
    await poke();
    await idle();
    const [alarm, ...rest] = await kept(integration);
    expect(rest.length).toBe(1);
    expect(alarm?.alerts[0]?.decision).toBe('first alert with this key');
    const { data } = (await world.call('GET', '/incidents')).body as { data: { id: string; title: string }[] };
    const opened = data.find(({ title }) => title === 'Nothing heard from events for 1 h');
    expect((await world.incident(opened?.id ?? '')).status).toBe('OPEN');
    await post(integration, 'events', event('beat', 'still here', { severity: 'info' }));
    await post(integration, 'events', event('beat2', 'and here', { severity: 'info' }));
    expect((await world.incident(opened?.id ?? '')).status).toBe('RESOLVED');
  });
});
