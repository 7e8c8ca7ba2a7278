import { expect, it } from 'vitest';
import type { IncidentStatus } from '../../../domain/incident/incident';
import { burstsOf } from './bursts';

const some = (serviceId: string, count: number, status: IncidentStatus = 'OPEN') =>
  Array.from({ length: count }, (_, n) => ({
    id: `${serviceId}${status}${n}`,
    status,
    serviceId,
    serviceName: serviceId,
  }));

it('offers to acknowledge together what waits on one service, from four incidents on, the busiest service first', () => {
  expect(burstsOf([...some('a', 3), ...some('b', 4), ...some('c', 9)]).map(({ serviceId }) => serviceId)).toEqual([
    'c',
    'b',
  ]);
});

it('leaves out what somebody has already', () => {
  expect(burstsOf([...some('a', 3), ...some('a', 5, 'ACKNOWLEDGED')])).toEqual([]);
  expect(burstsOf([...some('a', 2), ...some('a', 2, 'ESCALATED')])[0]?.ids).toHaveLength(4);
});
