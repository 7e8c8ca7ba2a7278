import { env } from 'cloudflare:test';
import { expect, it, vi } from 'vitest';
import type { Stored } from '../../../workers/durable/incident/store';
import { tellVisitors } from '../../../workers/durable/incident/visitors';

const incidentOf = (change: object = {}): Stored =>
  ({
    state: { status: 'OPEN', urgency: 'HIGH', priority: null, visibility: 'PUBLIC', ...change },
    plan: { service: { id: 'svc_a' } },
  }) as unknown as Stored;

it('has pages made anew only where one shows the service, and only when the incident is another one to visitors', async () => {
  const queue = vi.fn(async () => {});
  const fake = { ...env, QUEUE_BULK: { send: queue } } as unknown as typeof env;
  const tell = (isOnPage: boolean, before: 'OPERATIONAL' | 'PARTIAL_OUTAGE' | null, change = {}) =>
    tellVisitors(fake, incidentOf(change), before, isOnPage);

  expect(await tell(false, 'OPERATIONAL')).toBe('PARTIAL_OUTAGE');
  expect(await tell(false, null)).toBe('PARTIAL_OUTAGE');
  await tell(true, 'PARTIAL_OUTAGE');
  await tell(true, 'OPERATIONAL', { urgency: 'LOW' });
  await tell(true, 'OPERATIONAL', { visibility: 'PRIVATE' });
  expect(queue).not.toHaveBeenCalled();
  await tell(true, 'OPERATIONAL');
  await tell(true, null);
  await tell(true, 'PARTIAL_OUTAGE', { status: 'RESOLVED' });
  expect(queue).toHaveBeenCalledTimes(3);
});
