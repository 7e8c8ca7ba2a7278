import { describe, expect, it } from 'vitest';
import { createPolicyInput } from '../../../domain/escalation/input';
import { draftOf, NEW_POLICY, type PolicyDraft, policyInputOf, previewable, readDraft, withoutBlanks } from './draft';
import { moved } from './draft-moves';

const anyTime = { urgencies: null, hours: null, roundRobin: false };
const policy = {
  name: 'Payments',
  repeat: 2,
  repeatAfterSeconds: 450,
  endAction: 'last-resort' as const,
  lastResort: [{ kind: 'USER' as const, id: 'usr_ada' }],
  steps: [
    { delaySeconds: 0, targets: [{ kind: 'SCHEDULE' as const, id: 'sch_1' }], channels: null, ...anyTime },
    {
      delaySeconds: 90,
      targets: [
        { kind: 'TEAM' as const, id: 'team_1', leadOnly: true },
        { kind: 'USER' as const, id: 'usr_bo' },
      ],
      channels: ['sms' as const, 'voice' as const],
      urgencies: ['HIGH' as const, 'LOW' as const],
      roundRobin: true,
      hours: {
        when: 'outside' as const,
        timezone: 'Europe/Berlin',
        days: ['monday' as const, 'friday' as const],
        startTime: '08:30',
        endTime: '18:00',
      },
    },
  ],
};

/** The form as a browser would send it. */
function formOf({ steps, lastResort, ...rest }: PolicyDraft): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(rest)) form.set(name, value);
  for (const [i, { delay, unit, targets, channels, limits }] of steps.entries()) {
    form.set(`step-${i}-delay`, delay);
    form.set(`step-${i}-unit`, unit);
    for (const [j, target] of targets.entries()) form.set(`step-${i}-target-${j}`, target);
    for (const channel of channels) form.append(`step-${i}-channels`, channel);
    for (const urgency of limits.urgencies) form.append(`step-${i}-urgencies`, urgency);
    for (const day of limits.days) form.append(`step-${i}-days`, day);
    if (limits.takesTurns) form.set(`step-${i}-turns`, 'on');
    form.set(`step-${i}-when`, limits.when);
    form.set(`step-${i}-zone`, limits.timezone);
    form.set(`step-${i}-from`, limits.startTime);
    form.set(`step-${i}-to`, limits.endTime);
  }
  for (const [i, target] of lastResort.entries()) form.set(`last-${i}`, target);
  return form;
}

describe('the form of a policy', () => {
  it('comes back as it went out', () => {
    const draft = draftOf(policy);
    expect(draft.steps[1]).toEqual({
      delay: '90',
      unit: 'seconds',
      targets: ['LEAD:team_1', 'USER:usr_bo'],
      channels: ['sms', 'voice'],
      limits: {
        urgencies: ['HIGH', 'LOW'],
        takesTurns: true,
        when: 'outside',
        timezone: 'Europe/Berlin',
        days: ['monday', 'friday'],
        startTime: '08:30',
        endTime: '18:00',
      },
    });
    expect(readDraft(formOf(draft))).toEqual(draft);
    expect(createPolicyInput.parse(policyInputOf(draft))).toEqual(policy);
  });

  it('leaves out what nobody has chosen, and what it does not know', () => {
    const draft = draftOf(policy);
    const typed = {
      ...draft,
      steps: [{ ...draft.steps[0], targets: ['', 'PET:rex', 'USER:usr_1', ''] }],
      lastResort: [''],
    };
    const input = policyInputOf(readDraft(formOf(typed as PolicyDraft)));
    expect(input.steps[0]?.targets).toEqual([{ kind: 'USER', id: 'usr_1' }]);
    expect(input.lastResort).toEqual([]);
    expect(withoutBlanks(NEW_POLICY).steps[0]?.targets).toEqual(['']);
  });

  it('looks ahead also while something typed is no number', () => {
    const typed = {
      ...draftOf(policy),
      repeat: 'x',
      steps: [{ ...NEW_POLICY.steps[0], delay: 'soon' }],
    } as PolicyDraft;
    expect(createPolicyInput.safeParse(policyInputOf(typed)).success).toBe(false);
    expect(previewable(typed)).toMatchObject({ repeat: 0, steps: [{ delaySeconds: 0 }] });
  });
});

describe('its buttons', () => {
  const draft = draftOf(policy);
  const names = (op: string) => moved(draft, op)?.draft.steps.map(({ targets }) => targets.join('+'));

  it.each([
    ['move-up:1', ['LEAD:team_1+USER:usr_bo', 'SCHEDULE:sch_1'], 'move-down:0'],
    ['move-down:0', ['LEAD:team_1+USER:usr_bo', 'SCHEDULE:sch_1'], 'move-up:1'],
    ['move-up:0', ['SCHEDULE:sch_1', 'LEAD:team_1+USER:usr_bo'], 'move-down:-1'],
    ['remove-step:0', ['LEAD:team_1+USER:usr_bo'], 'add-step'],
    ['add-step', ['SCHEDULE:sch_1', 'LEAD:team_1+USER:usr_bo', ''], 'step-2-target-0'],
    ['add-target:0', ['SCHEDULE:sch_1+', 'LEAD:team_1+USER:usr_bo'], 'step-0-target-1'],
    ['remove-target:1:0', ['SCHEDULE:sch_1', 'USER:usr_bo'], 'add-target:1'],
    ['remove-target:0:0', ['', 'LEAD:team_1+USER:usr_bo'], 'add-target:0'],
    ['remove-step:9', ['SCHEDULE:sch_1', 'LEAD:team_1+USER:usr_bo'], 'add-step'],
    ['preview', ['SCHEDULE:sch_1', 'LEAD:team_1+USER:usr_bo'], 'preview'],
  ])('%s', (op, expected, focus) => {
    expect(names(op)).toEqual(expected);
    expect(moved(draft, op)?.focus).toBe(focus);
  });

  it('keeps the last step, adds and removes last resorts, and leaves saving alone', () => {
    expect(moved(NEW_POLICY, 'remove-step:0')?.draft.steps).toHaveLength(1);
    expect(moved(draft, 'add-last')?.draft.lastResort).toEqual(['USER:usr_ada', '']);
    expect(moved(draft, 'remove-last:0')?.draft.lastResort).toEqual([]);
    expect(moved(draft, 'save')).toBeNull();
    expect(moved(draft, '')).toBeNull();
  });
});
