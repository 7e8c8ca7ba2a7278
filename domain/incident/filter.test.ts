import { describe, expect, it } from 'vitest';
import { readIncidentFilter } from './filter';

const read = (search: string, zone = 'UTC') => {
  const filter = readIncidentFilter(new URLSearchParams(search), zone);
  return filter.ok ? filter.value : filter.error.fields?.map(({ path }) => path);
};

describe('the filter of a list of incidents', () => {
  it('narrows nothing when the address says nothing', () => {
    expect(read('')).toEqual({});
    expect(read('q=+&tag=&status=any')).toEqual({});
  });

  it('takes several values after commas or by repeating the name, each once', () => {
    expect(read('urgency=HIGH,LOW&urgency=HIGH')).toEqual({ urgency: ['HIGH', 'LOW'] });
    expect(read('serviceId=svc_a&serviceId=svc_b')).toEqual({ serviceId: ['svc_a', 'svc_b'] });
  });

  it('knows the groups of states', () => {
    expect(read('status=unacknowledged')).toEqual({ status: ['OPEN', 'ESCALATED'] });
    expect(read('status=unresolved')).toEqual({
      status: ['OPEN', 'ACKNOWLEDGED', 'SNOOZED', 'ESCALATED', 'SUPPRESSED'],
    });
    expect(read('status=OPEN,unacknowledged')).toEqual({ status: ['OPEN', 'ESCALATED'] });
  });

  it('reads days on the reader’s own calendar, the last one included', () => {
    expect(read('from=2026-03-28&to=2026-03-29', 'Europe/Berlin')).toEqual({
      from: Date.UTC(2026, 2, 27, 23),
      // The night of 29 March is an hour short.
      to: Date.UTC(2026, 2, 29, 22),
    });
    expect(read('from=2026-03-28T10:00:00Z')).toEqual({ from: Date.UTC(2026, 2, 28, 10) });
  });

  it('reads tags as they are written and custom fields by their key', () => {
    expect(read('tag=%23Payment+Outage,eu&field.region=eu-west&field.impact=')).toEqual({
      tag: ['payment-outage', 'eu'],
      fields: { region: 'eu-west' },
    });
  });

  it('takes a number with or without its sign', () => {
    expect(read('number=%231042')).toEqual({ number: 1042 });
  });

  it('takes the names of earlier links', () => {
    expect(read('service=svc_a&assignee=me')).toEqual({ serviceId: ['svc_a'], assignee: ['me'] });
  });

  it('names what makes no sense', () => {
    expect(read('status=DROP')).toEqual(['status/0']);
    expect(read('from=yesterday')).toEqual(['from']);
    expect(read('sort=colour')).toEqual(['sort']);
  });
});
