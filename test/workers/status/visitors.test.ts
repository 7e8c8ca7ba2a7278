import { env } from 'cloudflare:test';
import { expect, it, vi } from 'vitest';
import { createStatusPageInput } from '../../../domain/status-page/input';
import type { Stored } from '../../../workers/durable/incident/store';
import { tellVisitors } from '../../../workers/durable/incident/visitors';
import { createStatusPage } from '../../../workers/operations/status-page/create';
import { adminContext, aService, settle, taken } from '../config/support';

const incidentOf = (serviceId: string, change: object = {}): Stored =>
  ({
    state: { status: 'OPEN', urgency: 'HIGH', priority: null, visibility: 'PUBLIC', ...change },
    plan: { service: { id: serviceId } },
  }) as unknown as Stored;

it('has pages made anew only where one shows the service, and only when the incident is another one to visitors', async () => {
  const context = adminContext({ now: Date.now() });
  const [shown, hidden] = [await aService(context), await aService(context)];
  const input = { name: 'Mole', slug: 'mole', components: [{ name: 'Boats', serviceIds: [shown.id] }] };
  taken(await createStatusPage(context, createStatusPageInput.parse(input)));
  await settle();
  const queue = vi.fn(async () => {});
  const fake = { ...env, QUEUE_BULK: { send: queue } } as unknown as typeof env;
  const tell = (serviceId: string, before: 'OPERATIONAL' | 'PARTIAL_OUTAGE' | null, change = {}) =>
    tellVisitors(fake, incidentOf(serviceId, change), before);

  expect(await tell(hidden.id, 'OPERATIONAL')).toBe('PARTIAL_OUTAGE');
  expect(await tell(hidden.id, null)).toBe('PARTIAL_OUTAGE');
  await tell(shown.id, 'PARTIAL_OUTAGE');
  await tell(shown.id, 'OPERATIONAL', { urgency: 'LOW' });
  await tell(shown.id, 'OPERATIONAL', { visibility: 'PRIVATE' });
  expect(queue).not.toHaveBeenCalled();
  await tell(shown.id, 'OPERATIONAL');
  await tell(shown.id, null);
  await tell(shown.id, 'PARTIAL_OUTAGE', { status: 'RESOLVED' });
  expect(queue).toHaveBeenCalledTimes(3);
});
