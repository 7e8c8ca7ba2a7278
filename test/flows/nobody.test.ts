import { afterAll, beforeAll, expect, it } from 'vitest';
import { pass, startClock, stopClock } from './support/clock';
import { figures } from './support/figures';
import { newWorld, outboxMessages, told, type World } from './support/world';

let world: World;
const serviceOf: Record<string, string> = {};

async function serviceFor(name: string, targets: unknown[]): Promise<void> {
  const policy = await world.create('/escalation-policies', { name, steps: [{ delaySeconds: 0, targets }] });
  serviceOf[name] = (await world.create('/services', { name, escalationPolicyId: policy.id })).id;
}

beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 0, users: ['ana', 'mute'] }]);
  const off = await world.create('/schedules', {
    name: 'Nobody on call',
    timezone: 'UTC',
    layers: [
      {
        name: 'Ended',
        priority: 1,
        start: '2029-01-01T00:00:00Z',
        end: '2030-01-01T00:00:00Z',
        rotation: { unit: 'week', length: 1, anchor: '2029-01-01T09:00', handoff: '09:00' },
        users: [world.people.ana],
        restrictions: [],
      },
    ],
  });
  const team = await world.create('/teams', { name: 'Without members', members: [] });
  const { data } = (await world.call('GET', `/contact-methods?userId=${world.people.mute}`)).body as {
    data: { id: string }[];
  };
  for (const { id } of data) await world.call('PATCH', `/contact-methods/${id}`, { enabled: false });
  await serviceFor('nobody is on call', [{ kind: 'SCHEDULE', id: off.id }]);
  await serviceFor('an empty team', [{ kind: 'TEAM', id: team.id }]);
  await serviceFor('every method is off', [{ kind: 'USER', id: world.people.mute }]);
  await told();
});
afterAll(stopClock);

it.each(['nobody is on call', 'an empty team', 'every method is off'])(
  'F14: where %s, the last resort is paged within a minute and the incident says so',
  async (name) => {
    const before = (await outboxMessages()).length;
    const began = Date.now();
    const { id } = await world.create('/incidents', { title: name, serviceId: serviceOf[name], urgency: 'HIGH' });
    await pass(60);
    const paged = (await outboxMessages()).slice(before);
    expect(paged.map(({ recipientName }) => recipientName)).toContain('admin');
    const first = Math.min(...paged.map(({ at }) => at)) - began;
    expect(first).toBeLessThanOrEqual(60_000);
    expect(await world.timeline(id)).toEqual(expect.arrayContaining(['step-empty', 'last-resort-paged']));
    figures('F14', { where: name, 'last resort after ms': first });
    await world.call('POST', `/incidents/${id}/resolve`, {});
  },
);
