import { expect, it } from 'vitest';
import { DEFAULT_SERVICE_SETTINGS } from '../plan/plan';
import { createServiceInput, mergeSettings } from './input';

it('changes only what settings name', () => {
  const settings = mergeSettings({ defaultUrgency: 'LOW', sla: { P2: { resolveMinutes: null } } });
  expect(settings).toEqual({
    ...DEFAULT_SERVICE_SETTINGS,
    defaultUrgency: 'LOW',
    sla: { ...DEFAULT_SERVICE_SETTINGS.sla, P2: { acknowledgeMinutes: 15, resolveMinutes: null } },
  });
  const again = mergeSettings({ acknowledgementTimeoutSeconds: { HIGH: null } }, settings);
  expect(again).toEqual({ ...settings, acknowledgementTimeoutSeconds: { HIGH: null, MEDIUM: null, LOW: null } });
});

it.each([
  { runbookUrl: 'javascript:alert(1)' },
  { runbookUrl: 'ftp://example.test/x' },
  { settings: { acknowledgementTimeoutSeconds: { HIGH: 0 } } },
  { settings: { acknowledgementTimeoutSeconds: { URGENT: 5 } } },
  { settings: { sla: { P1: { acknowledgeMinutes: 1.5 } } } },
])('refuses a service with %j', (change) => {
  expect(createServiceInput.safeParse({ name: 'S', ...change }).success).toBe(false);
});
