import { env } from 'cloudflare:workers';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { CHANNELS, QUEUE_OF } from '../../domain/notification/channels';
import { MINUTE } from '../../domain/shared/time';
import type { Env } from '../../workers/env';
import { switchFaults } from '../../workers/faults';
import { bindingOf } from '../../workers/queues/messages';
import { providerRests } from '../../workers/senders/rests';
import { FAULTS, failingOnce, PROVIDERS, type ProviderFault } from '../fakes/providers';
import { startClock, stopClock, tolerate } from './support/clock';
import { consume, type PageMessage } from './support/queue';
import { NO_TARGETS, newWorld, type World } from './support/world';

// One person for each provider, with the channel first and e-mail (or SMS) only an hour later: what goes out before that
// is the next method, at once. The incident's own queues stand still; the test delivers.

let world: World;
const people = PROVIDERS.map(({ name }) => name.replace(' ', '-'));
const serviceOf: Record<string, string> = {};

beforeAll(async () => {
  startClock();
  world = await newWorld([{ delaySeconds: 0, users: people }]);
  for (const [i, provider] of PROVIDERS.entries()) await setUp(people[i] ?? '', provider);
}, 90_000);
afterAll(stopClock);
afterEach(() => {
  vi.restoreAllMocks();
  providerRests.clear();
  switchFaults({ d1: null, queue: 0 });
  tolerate({});
});

async function setUp(person: string, { channel, address }: (typeof PROVIDERS)[number]): Promise<void> {
  const userId = world.people[person] ?? '';
  const { data } = (await world.call('GET', `/contact-methods?userId=${userId}`)).body as { data: { id: string }[] };
  const email = data[0]?.id ?? '';
  const other = { userId, kind: channel === 'email' ? 'whatsapp' : channel, value: address || '+4930123459' };
  const { id } = await world.create('/contact-methods', { ...other, verified: true });
  const [first, second] = channel === 'email' ? [email, id] : [id, email];
  const rule = (contactMethodId: string, delayMinutes: number) =>
    world.create('/notification-rules', { userId, urgency: 'HIGH', contactMethodId, delayMinutes });
  await rule(first, 0);
  await rule(second, 60);
  const steps = [{ delaySeconds: 0, targets: [{ kind: 'USER', id: userId }] }];
  const policy = await world.create('/escalation-policies', { name: person, steps });
  const service = await world.create('/services', {
    name: person,
    escalationPolicyId: policy.id,
    settings: { sla: NO_TARGETS },
  });
  serviceOf[person] = service.id;
}

type Page = { id: string; channel: string; state: string; reason: string | null };
const pagesOf = async (incidentId: string): Promise<Page[]> =>
  ((await world.call('GET', `/incidents/${incidentId}/notifications`)).body as { data: Page[] }).data;

/** An incident whose first page stands ready for the test to deliver by this provider, and by no other. */
async function paged(index: number, fault: ProviderFault) {
  vi.setSystemTime(Date.now() + 20 * MINUTE);
  switchFaults({ d1: null, queue: 100 });
  tolerate({ messages: 1_000 });
  const serviceId = serviceOf[people[index] ?? ''];
  const { id } = await world.create('/incidents', { title: `fault ${fault}`, serviceId, urgency: 'HIGH' });
  const [page] = await pagesOf(id);
  const provider = PROVIDERS[index];
  if (!page || !provider) throw new Error('nobody was paged');
  const { channel } = provider;
  const message: PageMessage = { kind: 'notification', incidentId: id, notificationId: page.id, channel };
  const lost = { send: async () => undefined };
  const queues = Object.fromEntries(CHANNELS.map((one) => [bindingOf(QUEUE_OF[one]), lost]));
  const by = { ...env, ...queues, ...provider.variables } as unknown as Env;
  return { id, page, deliver: () => consume(`opsknight-${QUEUE_OF[channel]}`, [message], by) };
}

describe.each(PROVIDERS.map(({ name }, index) => ({ name, index })))('F7: $name', ({ index }) => {
  const provider = PROVIDERS[index] as (typeof PROVIDERS)[number];

  it.each(FAULTS)('%s loses no page, and the next method goes out at once', async (fault) => {
    const { id, page, deliver } = await paged(index, fault);
    const counts = failingOnce(provider, fault);
    await deliver();
    const [first, next] = await pagesOf(id);
    expect(first?.state, first?.reason ?? '').toBe(fault === 'permanent' ? 'FAILED' : 'FAILED_TEMPORARILY');
    expect(next?.channel).not.toBe(page.channel);
    if (fault === 'permanent') {
      await deliver();
      expect(counts).toEqual({ asked: 1, accepted: 0 });
    } else {
      // Delivered again too early, it is not sent: not before the back-off, and never before Retry-After.
      const wait = fault === '429' ? 90 : 5;
      vi.setSystemTime(Date.now() + (wait - 1) * 1_000);
      await deliver();
      expect(counts.asked).toBe(1);
      vi.setSystemTime(Date.now() + 1_000);
      await deliver();
      await deliver();
      expect(counts).toEqual({ asked: 2, accepted: fault === 'accepted-then-reset' ? 2 : 1 });
      const [sent] = await pagesOf(id);
      expect(sent?.state).toBe('SENT');
    }
    await world.call('POST', `/incidents/${id}/resolve`, {});
  });
});
