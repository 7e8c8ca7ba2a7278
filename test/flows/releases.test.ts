import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { queueBody } from '../../workers/queues/messages';
import { pass, startClock, stopClock, tolerate } from './support/clock';
import { figures } from './support/figures';
import { incidentStub } from './support/object';
import { consume } from './support/queue';
import { restoreObject, type StoredObject } from './support/release';
import { newWorld, outboxMessages, type World } from './support/world';

type Release = {
  at: number;
  names: { running: string; snoozed: string; over: string; bo: string; notificationId: string; number: string };
  objects: Record<'inbox' | 'running' | 'snoozed' | 'over' | 'person' | 'phone', StoredObject>;
  calls: { incidentId: string; method: string; args: unknown[] }[];
  queue: Record<string, string>[];
};
const releases = Object.entries(
  import.meta.glob<Release>('../fixtures/releases/*.json', { eager: true, import: 'default' }),
);
type Callable = Record<string, (...args: unknown[]) => Promise<unknown>>;

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
});
afterAll(stopClock);

const stubOf = ({ namespace, name }: StoredObject): DurableObjectStub => {
  const found = env[namespace] as unknown as DurableObjectNamespace;
  return found.get(found.idFromName(name));
};
const alarmDue = async (id: string) =>
  ((await world.call('GET', `/incidents/${id}`)).body as { escalation?: { nextAt: string | null } }).escalation?.nextAt;

describe.each(releases)('F12: %s', (file, { at, names, objects, calls, queue }) => {
  it('finds its objects as that release has left them: timers go off at their times and nothing accepted is lost', async () => {
    vi.setSystemTime(at);
    tolerate({ messages: 100 });
    for (const object of Object.values(objects)) await restoreObject(stubOf(object), object);
    const { running, snoozed, over } = names;
    const states = await Promise.all(
      [running, snoozed, over].map(async (id) => (await world.call('GET', `/incidents/${id}`)).body.status),
    );
    expect(states).toEqual(['OPEN', 'SNOOZED', 'RESOLVED']);
    expect(await alarmDue(running)).not.toBeNull();

    const before = (await outboxMessages()).length;
    const inbox = stubOf(objects.inbox) as unknown as Callable;
    await inbox.poke?.();
    await pass(300);
    const paged = (await outboxMessages()).slice(before).map(({ recipientName, text }) => ({
      recipientName,
      isSecondStep: text.includes('running'),
    }));
    expect(paged).toContainEqual({ recipientName: 'bo', isSecondStep: true });
    // What the inbox had accepted is opened, and the repeat is counted.
    const { data } = (await world.call('GET', '/incidents?limit=100')).body as {
      data: { dedupKey: string; alertCount: number }[];
    };
    expect(data.map(({ dedupKey }) => dedupKey)).toContain('on-its-way');
    await pass(1_800);
    const woken = (await world.call('GET', `/incidents/${snoozed}`)).body.status;
    expect(['OPEN', 'ESCALATED']).toContain(woken);
    const rows = Object.values(objects).reduce(
      (sum, object) => sum + Object.values(object.rows).reduce((some, list) => some + list.length, 0),
      0,
    );
    figures('F12', {
      release: file.replace(/.*\/|\.json/g, ''),
      objects: Object.keys(objects).length,
      rows,
      'timers intact': 2,
    });
  });

  it('understands its calls and queue messages', async () => {
    vi.setSystemTime(at);
    tolerate({ messages: 100, projection: true });
    await restoreObject(stubOf(objects.running), objects.running);
    const answers: unknown[] = [];
    for (const { incidentId, method, args } of calls) {
      const stub = incidentStub(incidentId) as unknown as Callable;
      answers.push(await stub[method]?.(...args));
    }
    expect(answers.filter((answer) => answer === null)).toEqual([]);
    expect(answers.at(-1)).toMatchObject({ status: 'RESOLVED' });
    for (const body of queue) expect(queueBody.parse(body)).toEqual(body);
    const { explicitAcks, retryMessages } = await consume('opsknight-email', queue);
    expect(retryMessages).toEqual([]);
    expect(explicitAcks).toHaveLength(queue.length);
    figures('F12', { calls: calls.length, 'queue messages': queue.length, 'not understood': 0 });
  });
});

it('F12: has at least one release to read', () => {
  expect(releases.length).toBeGreaterThan(0);
});
