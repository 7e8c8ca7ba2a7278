import { afterAll, beforeAll, expect, it } from 'vitest';
import { idle, pass, startClock, stopClock } from './support/clock';
import { NO_TARGETS, newWorld, outboxMessages, told, type World } from './support/world';

let world: World;
let serviceId = '';

beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 0, users: ['ana', 'bo'] }]);
  const { ana = '', bo = '' } = world.people;
  const team = await world.create('/teams', {
    name: 'Payments',
    members: [ana, bo].map((userId) => ({ userId, role: 'MEMBER', receiveNotifications: true })),
  });
  const schedule = await world.create('/schedules', {
    name: 'Payments',
    timezone: 'UTC',
    layers: [
      {
        name: 'Always Ana',
        priority: 1,
        start: '2030-12-30T00:00:00Z',
        end: null,
        rotation: { unit: 'week', length: 1, anchor: '2030-12-30T09:00', handoff: '09:00' },
        users: [ana],
        restrictions: [],
      },
    ],
  });
  const targets = [
    { kind: 'USER', id: ana },
    { kind: 'TEAM', id: team.id },
    { kind: 'SCHEDULE', id: schedule.id },
  ];
  const policy = await world.create('/escalation-policies', {
    name: 'Ana three times',
    steps: [{ targets }, { delaySeconds: 300, targets: [{ kind: 'SCHEDULE', id: schedule.id }] }],
  });
  serviceId = (
    await world.create('/services', { name: 'payments', escalationPolicyId: policy.id, settings: { sla: NO_TARGETS } })
  ).id;
  await told();
});
afterAll(stopClock);

it('a person whom three targets of a step name is paged once, and again by the next step', async () => {
  const { id } = await world.create('/incidents', { title: 'Cards are refused', serviceId });
  await idle();
  const pagesTo = async (name: string) =>
    (await outboxMessages()).filter(
      ({ recipientName, subject }) => recipientName === name && subject?.includes('Cards are refused'),
    ).length;
  expect([await pagesTo('ana'), await pagesTo('bo')]).toEqual([1, 1]);
  const { data } = (await world.call('GET', `/incidents/${id}/notifications`)).body as { data: { userId: string }[] };
  expect(data.map(({ userId }) => userId).sort()).toEqual([world.people.ana, world.people.bo].sort());
  await pass(300);
  expect([await pagesTo('ana'), await pagesTo('bo')]).toEqual([2, 1]);
});
