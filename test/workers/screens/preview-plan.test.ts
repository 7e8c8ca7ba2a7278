import { describe, expect, it } from 'vitest';
import { person, plan, policy, user } from '../../../domain/plan/plan.testing';
import { simulate } from '../../../domain/plan/simulate';
import { previewPlan } from '../../../workers/operations/simulate/preview-plan';

const AT = Date.UTC(2031, 0, 6, 3);
const people = [person('ana', ['push', 'email']), person('bo'), person('cy', ['sms!']), person('ada')];
const gone = { kind: 'TEAM' as const, id: 'team_gone' };
const steps = (...all: Parameters<typeof policy>[0]) => plan({ people, policy: policy(all) });

describe('looking ahead', () => {
  it('says the same as the pager run on a moved clock', () => {
    const looked = steps([0, user('ana')], [120, gone], [300, user('bo'), user('ana')], [60, user('cy')]);
    const preview = previewPlan(looked, AT, 'HIGH');
    const pages = simulate(looked, AT, 'HIGH');
    for (const { step, afterSeconds, people: paged } of preview.steps) {
      const ofStep = pages.filter((page) => page.step === step && page.cycle === 1);
      expect(new Set(ofStep.map(({ userId }) => userId))).toEqual(new Set(paged.map(({ id }) => id)));
      for (const { at } of ofStep) expect(at).toBe(AT + afterSeconds * 1000);
    }
    expect(preview.steps.map(({ afterSeconds }) => afterSeconds)).toEqual([0, 120, 120, 180]);
  });

  it('says why somebody is not paged', () => {
    const [first, second] = previewPlan(steps([0, user('cy'), user('ana')], [60, gone]), AT, 'HIGH').steps;
    expect(first).toMatchObject({ people: [{ id: 'ana', channels: ['push', 'email'] }] });
    expect(first?.reasons).toEqual(['Cy has no usable contact method']);
    expect(second?.reasons).toEqual(['a deleted team: the team no longer exists']);
  });

  it('names the last resort that would be paged, the policy’s own first', () => {
    const all = plan({ people, lastResort: [user('bo')] });
    expect(previewPlan(all, AT, 'HIGH').lastResort).toMatchObject({ from: 'organisation', people: [{ id: 'bo' }] });
    const own = { ...all, policy: policy([[0, user('ana')]], { lastResort: [user('ana')] }) };
    expect(previewPlan(own, AT, 'HIGH').lastResort).toMatchObject({ from: 'policy', people: [{ id: 'ana' }] });
    const unreachable = { ...all, lastResort: [user('cy')] };
    expect(previewPlan(unreachable, AT, 'HIGH').lastResort).toMatchObject({ from: 'admins', people: [{ id: 'ada' }] });
  });

  it('has no steps without a policy', () => {
    expect(previewPlan(plan({ policy: null }), AT, 'LOW')).toMatchObject({ steps: [], urgency: 'LOW' });
  });
});
