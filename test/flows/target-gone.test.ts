import { afterAll, beforeAll, expect, it } from 'vitest';
import { pass, startClock, stopClock } from './support/clock';
import { figures } from './support/figures';
import { newWorld, outboxMessages, told, type World } from './support/world';

let world: World;
beforeAll(async () => {
  startClock();
  world = await newWorld([
    { delaySeconds: 0, users: ['ana'] },
    { delaySeconds: 60, users: ['bo'] },
    { delaySeconds: 60, users: ['cy'] },
  ]);
});
afterAll(stopClock);

const names = async () => (await outboxMessages()).map(({ recipientName }) => recipientName);
const entries = async (id: string) =>
  (await world.call('GET', `/incidents/${id}/timeline`)).body.data as {
    kind: string;
    detail: Record<string, unknown>;
  }[];

it('F13: a target that is disabled before its step is not paged; the next one is, then the last resort, and the logbook says why', async () => {
  const { incident } = await world.send('trigger', 'db');
  const id = incident?.id ?? '';
  expect(await names()).toEqual(['ana']);
  await world.call('PATCH', `/users/${world.people.bo}`, { status: 'DISABLED' });
  await told();
  await pass(60);
  // The step that reaches nobody does not wait: the next one goes out at the same instant.
  expect(await names()).toEqual(['ana', 'cy']);
  const empty = (await entries(id)).filter(({ kind }) => kind === 'step-empty');
  expect(empty).toHaveLength(1);
  expect(String(empty[0]?.detail.reason)).toContain('bo');
  figures('F13', { disabled: 1, 'paged instead': 'cy', 'seconds waited': 0, 'logged as': 'step-empty' });
});

it('F13: when everybody whom the policy names is gone, the last resort is paged at once, and never nobody', async () => {
  const { bo, cy } = world.people;
  for (const id of [bo, cy]) await world.call('PATCH', `/users/${id}`, { status: 'ACTIVE' });
  const steps = [bo, cy].map((id) => ({ delaySeconds: 60, targets: [{ kind: 'USER', id }] }));
  const policy = await world.create('/escalation-policies', { name: 'Both leave', steps });
  const service = await world.create('/services', { name: 'both leave', escalationPolicyId: policy.id });
  await told();
  const before = (await names()).length;
  const { id } = await world.create('/incidents', { title: 'db', serviceId: service.id, urgency: 'HIGH' });
  for (const one of [bo, cy]) await world.call('PATCH', `/users/${one}`, { status: 'DISABLED' });
  await told();
  await pass(60);
  expect((await names()).slice(before)).toEqual(['admin']);
  const kinds = (await entries(id)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'step-empty' || kind === 'last-resort-paged')).toEqual([
    'step-empty',
    'step-empty',
    'last-resort-paged',
  ]);
  figures('F13', { disabled: 2, 'steps logged as empty': 2, 'last resort paged': 1, 'seconds waited': 0 });
});
