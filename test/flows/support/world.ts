import { env, exports } from 'cloudflare:workers';
import type { IncidentDetail } from '../../../domain/incident/view';
import type { OutboxMessage } from '../../../workers/durable/outbox-do';
import { createApiKey } from '../../../workers/operations/api-key/create';
import { pushBehind } from '../../../workers/operations/plan/push';
import { systemContext } from '../../../workers/system-context';
import { idle } from './clock';

type Json = Record<string, unknown>;
type Created = { id: string } & Json;

/** Of everybody in a flow test's organisation. */
export const PASSWORD = 'a long enough password';

const ORIGIN = 'http://127.0.0.1:8787';

/** Without targets only pages go out; what is said of targets has a test of its own. */
export const NO_TARGETS = Object.fromEntries(
  ['P1', 'P2', 'P3', 'P4', 'P5'].map((priority) => [priority, { acknowledgeMinutes: null, resolveMinutes: null }]),
);

/** A request from outside, as anybody can send one. */
export const request = (path: string, init: RequestInit = {}): Promise<Response> =>
  exports.default.fetch(new Request(`${ORIGIN}${path}`, { redirect: 'manual', ...init }));

async function adminKey(): Promise<string> {
  const created = await createApiKey(
    systemContext(env, () => undefined),
    {
      name: 'Flow tests',
      scopes: ['admin'],
      expiresAt: null,
    },
  );
  if (!created.ok) throw new Error(created.error.message);
  return created.value.key;
}

/** The API as an admin's key may use it. */
async function api() {
  const key = await adminKey();
  const call = async (method: string, path: string, body?: Json): Promise<{ status: number; body: Json }> => {
    const headers: Record<string, string> = { authorization: `Bearer ${key}` };
    if (body) headers['content-type'] = 'application/json';
    const response = await request(`/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) });
    const text = await response.text();
    return { status: response.status, body: text ? (JSON.parse(text) as Json) : {} };
  };
  const create = async (path: string, body: Json): Promise<Created> => {
    const answer = await call('POST', path, body);
    if (answer.status !== 201) throw new Error(`POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as Created;
  };
  return { key, call, create };
}

export type World = Awaited<ReturnType<typeof newWorld>>;

type Step = { delaySeconds: number; users: string[] };

/** Waits until every inbox has its plan: that happens in the background, and a test must not outrun it. */
export const told = () =>
  pushBehind(
    systemContext(env, () => undefined),
    100,
  );

/** An organisation made through the public API: people by name, one policy, one service, a Prometheus and an events integration. */
export async function newWorld(steps: Step[], policyMore: Json = {}) {
  const { key, call, create } = await api();
  const people: Record<string, string> = {};
  for (const name of new Set(['admin', ...steps.flatMap(({ users }) => users)])) {
    const user = await create('/users', {
      name,
      email: `${name}@example.test`,
      role: name === 'admin' ? 'ADMIN' : 'RESPONDER',
      timezone: 'Europe/Berlin',
      password: PASSWORD,
    });
    people[name] = user.id;
  }
  const policy = await create('/escalation-policies', {
    name: 'Checkout',
    steps: steps.map(({ delaySeconds, users }) => ({
      delaySeconds,
      targets: users.map((name) => ({ kind: 'USER', id: people[name] })),
    })),
    ...policyMore,
  });
  const service = await create('/services', {
    name: 'checkout',
    escalationPolicyId: policy.id,
    settings: { sla: NO_TARGETS },
  });
  const integrationOf = async (type: string) =>
    (await create('/integrations', { name: type, type, serviceId: service.id })) as Created & { key: string };
  const prometheus = await integrationOf('prometheus');
  const events = await integrationOf('events');
  await told();

  return {
    key,
    call,
    create,
    people,
    service,
    prometheus,
    events,
    /** Posts an event to the `events` integration and answers the accepted result. */
    async send(action: 'trigger' | 'acknowledge' | 'resolve', dedupKey: string, more: Json = {}) {
      const payload = { summary: `${dedupKey} is broken`, severity: 'critical', ...more };
      const body = JSON.stringify({ event_action: action, dedup_key: dedupKey, payload });
      const headers = { 'content-type': 'application/json' };
      const response = await request(`/api/integrations/events/${events.key}`, { method: 'POST', headers, body });
      const answer = (await response.json()) as { results: { incident?: { id: string }; reason?: string }[] };
      await idle();
      return { status: response.status, ...answer.results?.[0] };
    },
    async incident(id: string): Promise<IncidentDetail & Json> {
      return (await call('GET', `/incidents/${id}`)).body as IncidentDetail & Json;
    },
    async timeline(id: string): Promise<string[]> {
      const { data } = (await call('GET', `/incidents/${id}/timeline`)).body as { data: { kind: string }[] };
      return data.map(({ kind }) => kind);
    },
    /** Who answered an incident and by which door, oldest first, as "ana acknowledged sms". */
    async answers(id: string): Promise<string[]> {
      const { data } = (await call('GET', `/incidents/${id}/timeline`)).body as {
        data: { kind: string; actor: { name: string }; origin: string }[];
      };
      return data
        .filter(({ kind }) => kind === 'acknowledged' || kind === 'escalated')
        .map(({ kind, actor, origin }) => `${actor.name} ${kind} ${origin}`);
    },
    /** Everything in the local outbox, oldest first, as "bo email page". */
    async outbox(): Promise<string[]> {
      const messages = await outboxMessages();
      return messages.map(({ recipientName, channel, subject }) => `${recipientName} ${channel}${intentOf(subject)}`);
    },
  };
}

const intentOf = (subject: string | null): string => (/resolved/i.test(subject ?? '') ? ' resolved' : '');

export async function outboxMessages(): Promise<OutboxMessage[]> {
  const messages = await env.OUTBOX.get(env.OUTBOX.idFromName('outbox')).list({ limit: 1000 });
  return messages.toReversed();
}
