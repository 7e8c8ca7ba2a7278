import { describe, expect, it } from 'vitest';
import { START } from '../escalation/story.testing';
import { person, plan, policy, user } from './plan.testing';
import { problemsOf } from './readiness';

const ready = ['ana', 'bo', 'cy', 'ada'].map((id) => person(id, ['email', 'sms']));
const settled = { people: ready, lastResort: [user('cy')] };
const kinds = (parts: Parameters<typeof plan>[0]): string[] =>
  problemsOf(plan({ ...settled, ...parts }), START).map(({ kind, subject }) => `${kind} ${subject.id}`.trim());

describe('readiness', () => {
  it('finds nothing where every step reaches somebody in two ways', () => {
    expect(kinds({})).toEqual([]);
  });

  it('finds a service that pages nobody', () => {
    expect(kinds({ policy: null })).toEqual(['no-policy svc_1']);
  });

  it('finds people who cannot be reached, or only in one way, with the step that is empty through them', () => {
    const people = [person('ana', []), person('bo'), person('cy', ['email', 'sms']), person('ada', ['email', 'sms'])];
    expect(kinds({ people })).toEqual(['step-empty pol_1', 'person-unreachable ana', 'person-one-method bo']);
    const onlyPush = [person('ana', ['push']), ...ready.slice(1)];
    expect(kinds({ people: onlyPush })).toEqual(['person-only-push ana']);
  });

  it('finds a policy that ends in nobody, and one that reaches nobody at all', () => {
    const ends = policy([
      [0, user('ana')],
      [60, user('gone')],
    ]);
    expect(kinds({ policy: ends })).toEqual(['step-empty pol_1', 'last-step-empty pol_1']);
    expect(kinds({ policy: policy([[0, user('gone')]]) })).toEqual(['reaches-nobody pol_1']);
  });

  it('finds an urgency without a step', () => {
    const high = policy([[0, user('ana')]]);
    const steps = high.steps.map((step) => ({ ...step, urgencies: ['HIGH' as const, 'MEDIUM' as const] }));
    expect(kinds({ policy: { ...high, steps } })).toEqual(['lane-empty pol_1']);
  });

  it('finds a last resort that is missing, or reaches nobody', () => {
    expect(kinds({ lastResort: [] })).toEqual(['no-last-resort']);
    const people = [...ready.slice(0, 2), person('cy', []), person('ada', [])];
    expect(kinds({ people })).toEqual(['last-resort-empty', 'person-unreachable cy']);
  });

  it('finds the first gap of a schedule within 30 days, and counts them', () => {
    const schedule = {
      timezone: 'UTC',
      overrides: [],
      layers: [
        {
          name: 'Days',
          priority: 1,
          start: '2026-01-01T00:00:00Z',
          end: null,
          rotation: { unit: 'week' as const, length: 1, anchor: '2026-01-05T09:00', handoff: '09:00' },
          users: ['ana'],
          restrictions: [{ kind: 'daily' as const, startTime: '00:00', endTime: '12:00' }],
        },
      ],
    };
    const target = { kind: 'SCHEDULE' as const, id: 'sch_1' };
    const withSchedule = {
      policy: policy([[0, target, user('bo')]]),
      schedules: { sch_1: { id: 'sch_1', name: 'Payments', schedule } },
    };
    const [gap] = problemsOf(plan({ ...settled, ...withSchedule }), START);
    expect(gap).toMatchObject({
      kind: 'schedule-gap',
      start: Date.UTC(2026, 10, 23, 12),
      end: Date.UTC(2026, 10, 24),
      count: 30,
    });
  });
});
