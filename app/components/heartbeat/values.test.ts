import { describe, expect, it } from 'vitest';
import { createHeartbeatInput } from '../../../domain/heartbeat/input';
import { heartbeatInputOf, valuesOf } from './values';

const stored = {
  ...{ name: 'Backup', serviceId: 'svc_a', periodSeconds: null, cron: '30 2 * * *', timezone: 'Europe/Berlin' },
  ...{ graceSeconds: 90, urgency: 'LOW' as const },
};
const formOf = (values: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};
const again = (values: Record<string, string>) => createHeartbeatInput.safeParse(heartbeatInputOf(formOf(values)));

describe('the form of a heartbeat', () => {
  it.each([
    ['times of cron', stored],
    ['a period of hours', { ...stored, cron: null, periodSeconds: 7200 }],
    ['a period of half a minute', { ...stored, cron: null, periodSeconds: 30 }],
  ])('holds %s and gives them back as they were', (_what, heartbeat) => {
    expect(again(valuesOf(heartbeat)).data).toMatchObject(heartbeat);
  });

  it('takes the one of period and cron that was chosen', () => {
    expect(again({ ...valuesOf(stored), times: 'period', period: '2', unit: 'days' }).data).toMatchObject({
      periodSeconds: 172_800,
      cron: null,
    });
  });

  it('refuses what was left empty', () => {
    const { error } = again({ ...valuesOf(stored), times: 'period', period: '' });
    expect(error?.issues[0]?.path).toEqual(['periodSeconds']);
    expect(again({ ...valuesOf(stored), graceMinutes: '' }).error?.issues[0]?.path).toEqual(['graceMinutes']);
  });
});
