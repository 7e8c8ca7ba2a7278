import { afterAll, beforeAll, expect, it } from 'vitest';
import { idle, pass, startClock, stopClock } from './support/clock';
import { newWorld, outboxMessages, told, type World } from './support/world';

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
  const target = { acknowledgeMinutes: 8, resolveMinutes: 60 };
  const changed = await world.call('PATCH', `/services/${world.service.id}`, { settings: { sla: { P1: target } } });
  expect(changed.status).toBe(200);
  await told();
  await idle();
});
afterAll(stopClock);

const subjects = async () => (await outboxMessages()).map(({ subject }) => subject ?? '');

it('a target that nobody meets is warned of, then said to be missed, by the incident’s own alarm and each once', async () => {
  const { incident } = await world.send('trigger', 'disk');
  const id = incident?.id ?? '';
  await pass(6 * 60);
  expect((await subjects()).filter((subject) => subject.startsWith('Target nearly missed: '))).toHaveLength(1);
  await pass(2 * 60);
  expect((await subjects()).filter((subject) => subject.startsWith('Target missed: '))).toHaveLength(1);
  const { data } = (await world.call('GET', `/incidents/${id}/timeline`)).body as {
    data: { kind: string; detail: Record<string, unknown> }[];
  };
  const lines = data.filter(({ kind }) => kind.startsWith('sla-'));
  expect(lines.map(({ kind, detail }) => [kind, detail.target, detail.people])).toEqual([
    ['sla-warning', 'acknowledge', ['ana']],
    ['sla-breached', 'acknowledge', ['ana']],
  ]);

  expect((await world.call('POST', `/incidents/${id}/acknowledge`, {})).status).toBe(200);
  const first = (await world.incident(id)).sla.firstAcknowledgedAt;
  expect(first).not.toBeNull();
  await pass(60 * 60);
  expect((await world.incident(id)).sla.firstAcknowledgedAt).toBe(first);
  expect(await world.timeline(id)).toEqual(expect.arrayContaining(['sla-warning', 'sla-breached', 'sla-warning']));
});
