import { describe, expect, it } from 'vitest';
import { createMaintenanceWindowInput } from '../../../domain/maintenance/input';
import { valuesOf, windowInputOf } from './values';

const window = {
  name: 'Patch night',
  reason: null,
  serviceIds: ['svc_a', 'svc_b'],
  labels: { env: 'staging', query: 'a=b' },
  timezone: 'Europe/Berlin',
  startAt: Date.parse('2026-11-30T21:00:00Z'),
  endAt: Date.parse('2026-11-30T23:00:00Z'),
  repeat: { days: ['monday' as const, 'friday' as const], until: Date.parse('2026-12-31T23:00:00Z') },
};
const formOf = (values: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};

describe('the form of a maintenance window', () => {
  it('holds a window and gives it back as it was', () => {
    expect(valuesOf(window)).toMatchObject({ startAt: '2026-11-30T22:00', 'day monday': 'on', 'service svc_b': 'on' });
    expect(createMaintenanceWindowInput.parse(windowInputOf(formOf(valuesOf(window))))).toEqual(window);
  });

  it('without a day ticked is for once', () => {
    const { 'day monday': _monday, 'day friday': _friday, ...once } = valuesOf(window);
    expect(windowInputOf(formOf(once)).repeat).toBeNull();
  });

  it('refuses a label without a value, and times that were not typed', () => {
    const answer = createMaintenanceWindowInput.safeParse(
      windowInputOf(formOf({ ...valuesOf(window), labels: 'env', endAt: '' })),
    );
    expect(answer.error?.issues.map(({ path }) => path[0])).toEqual(expect.arrayContaining(['labels', 'endAt']));
  });
});
