import { describe, expect, it } from 'vitest';
import { createPolicyInput, updatePolicyInput } from './input';

const targets = [{ kind: 'USER', id: 'usr_1' }];
const stepOf = (step: object) => createPolicyInput.parse({ name: 'P', steps: [{ targets, ...step }] }).steps[0];

describe('the input of an escalation policy', () => {
  it.each([
    [{}, 0],
    [{ delayMinutes: 5 }, 300],
    [{ delayMinutes: 0.5 }, 30],
    [{ delaySeconds: 7 }, 7],
  ])('reads the delay of %j as %d seconds', (step, delaySeconds) => {
    expect(stepOf(step)).toMatchObject({ delaySeconds });
  });

  it('takes no channels at all for no filter, and each channel once', () => {
    expect(stepOf({ channels: [] })?.channels).toBeNull();
    expect(stepOf({ channels: ['sms', 'sms'] })?.channels).toEqual(['sms']);
  });

  it.each([
    [{ delayMinutes: 1, delaySeconds: 60 }],
    [{ delayMinutes: -1 }],
    [{ delaySeconds: 1.5 }],
    [{ delaySeconds: 8 * 24 * 3600 }],
    [{ channels: ['fax'] }],
    [{ targets: [{ kind: 'ROBOT', id: 'x' }] }],
  ])('refuses a step with %j', (step) => {
    expect(createPolicyInput.safeParse({ name: 'P', steps: [{ targets, ...step }] }).success).toBe(false);
  });

  it('needs a step, and a change of a policy needs nothing', () => {
    expect(createPolicyInput.safeParse({ name: 'P', steps: [] }).success).toBe(false);
    expect(updatePolicyInput.parse({})).toEqual({ repeatAfterSeconds: undefined });
    expect(updatePolicyInput.parse({ repeatAfterMinutes: 2 })).toEqual({ repeatAfterSeconds: 120 });
  });
});
