import { describe, expect, it } from 'vitest';
import { DEFAULT_SERVICE_SETTINGS } from '../../../domain/plan/plan';
import { createServiceInput } from '../../../domain/service/input';
import { fieldOfPath, messageFor, serviceInputOf, valuesOf } from './values';

const service = {
  id: 'svc_1',
  name: 'checkout-api',
  description: 'Takes orders.\nAll of them.',
  teamId: 'team_1',
  escalationPolicyId: null,
  runbookUrl: null,
  slackChannel: null,
  settings: {
    ...DEFAULT_SERVICE_SETTINGS,
    acknowledgementTimeoutSeconds: { HIGH: 1800, MEDIUM: 30, LOW: null },
  },
};

const reader = (values: Record<string, string>) => (name: string) => values[name] ?? '';

describe('the form of a service', () => {
  it('comes back as it went out', () => {
    const values = valuesOf(service);
    expect(values).toMatchObject({
      'timeout-HIGH': '30',
      'timeout-MEDIUM': '0.5',
      'timeout-LOW': '',
      'acknowledge-P1': '5',
    });
    const { id: _id, ...stored } = service;
    expect(createServiceInput.parse(serviceInputOf(reader(values)))).toEqual(stored);
  });

  it.each([
    ['99,95', 99.95],
    ['', 99.9],
  ])('takes "%s" as the availability that is wanted', (text, percent) => {
    const values = { ...valuesOf(service), availabilityPercent: text };
    expect(createServiceInput.parse(serviceInputOf(reader(values))).settings?.availabilityPercent).toBe(percent);
  });

  it.each([[[]], [['resolved']], [null]])('keeps what the thread in Slack is told of: %j', (threadKinds) => {
    const values = valuesOf({ ...service, settings: { ...service.settings, threadKinds: threadKinds as null } });
    expect(createServiceInput.parse(serviceInputOf(reader(values))).settings?.threadKinds).toEqual(threadKinds);
  });

  it('takes a comma, and line ends as browsers send them', () => {
    const values = { ...valuesOf(service), 'timeout-HIGH': '1,5', description: 'a\r\nb' };
    const input = createServiceInput.parse(serviceInputOf(reader(values)));
    expect(input.settings?.acknowledgementTimeoutSeconds?.HIGH).toBe(90);
    expect(input.description).toBe('a\nb');
  });

  it.each([
    ['timeout-LOW', 'soon'],
    ['timeout-LOW', '0'],
    ['resolve-P3', '1.5'],
    ['acknowledge-P2', '-4'],
    ['runbookUrl', 'javascript:alert(1)'],
    ['name', ' '],
    ['availabilityPercent', '100'],
    ['availabilityPercent', 'all'],
  ])('names the field that cannot be taken: %s "%s"', (name, text) => {
    const parsed = createServiceInput.safeParse(serviceInputOf(reader({ ...valuesOf(service), [name]: text })));
    const fields = parsed.error?.issues.map(({ path }) => fieldOfPath(path.join('/')));
    expect(fields).toEqual([name]);
    expect(messageFor(name)).toBeTruthy();
  });
});
