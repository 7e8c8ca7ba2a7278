import { describe, expect, it } from 'vitest';
import type { StatusComponent } from './component';
import { proposeReport } from './proposal';

const component = (id: string, name: string, serviceIds: string[]): StatusComponent => ({
  id,
  name,
  description: null,
  group: null,
  serviceIds,
  manual: null,
  createdAt: 0,
  updatedAt: 0,
});
const PAGE = {
  language: 'en' as const,
  components: [component('c1', 'Checkout', ['svc_1']), component('c2', 'API', ['svc_1', 'svc_2'])],
};

describe('a report that is proposed for an incident', () => {
  it('names the components of its service in words for visitors, as bad as the incident is', () => {
    expect(proposeReport(PAGE, { serviceId: 'svc_1', urgency: 'HIGH', priority: 'P1' })).toEqual({
      title: 'Problem with Checkout and API',
      components: [
        { componentId: 'c1', state: 'MAJOR_OUTAGE' },
        { componentId: 'c2', state: 'MAJOR_OUTAGE' },
      ],
    });
  });

  it('says of a small thing that it is at least worth a report', () => {
    const small = proposeReport(PAGE, { serviceId: 'svc_2', urgency: 'LOW', priority: null });
    expect(small?.components).toEqual([{ componentId: 'c2', state: 'DEGRADED' }]);
  });

  it('speaks the language of the page', () => {
    const german = { ...PAGE, language: 'de' as const };
    const incident = { serviceId: 'svc_2', urgency: 'HIGH', priority: null } as const;
    expect(proposeReport(german, incident)?.title).toBe('Störung: API');
  });

  it('is none where the page shows nothing of the service', () => {
    expect(proposeReport(PAGE, { serviceId: 'svc_3', urgency: 'HIGH', priority: null })).toBeNull();
  });
});
