import { describe, expect, it } from 'vitest';
import { START } from '../escalation/story.testing';
import { person, plan, policy, user } from './plan.testing';
import { simulate } from './simulate';

const told = (pages: ReturnType<typeof simulate>): string[] =>
  pages.map(
    ({ at, user: name, channel, step, cycle }) => `+${(at - START) / 1000}s ${name} ${channel} ${step}/${cycle}`,
  );

describe('a simulation', () => {
  it('tells every page of every step and cycle, as the pager would send it', () => {
    const rules = [
      { urgency: 'HIGH' as const, methodId: 'ana-push', delaySeconds: 0 },
      { urgency: 'HIGH' as const, methodId: 'ana-sms', delaySeconds: 120 },
    ];
    const people = [person('ana', ['push', 'sms'], { rules }), person('bo')];
    const steps = policy(
      [
        [0, user('ana')],
        [300, user('bo')],
      ],
      { repeat: 1, repeatAfterSeconds: 600 },
    );
    expect(told(simulate(plan({ people, policy: steps }), START, 'HIGH'))).toEqual([
      '+0s Ana push 1/1',
      '+120s Ana sms 1/1',
      '+300s Bo email 2/1',
      '+900s Ana push 1/2',
      '+1020s Ana sms 1/2',
      '+1200s Bo email 2/2',
    ]);
  });

  it('shows the last resort where nobody else can be reached, as often as it would be paged', () => {
    const pages = simulate(plan({ policy: policy([]) }), START, 'LOW');
    expect(told(pages).slice(0, 2)).toEqual(['+0s Ada email 0/1', '+300s Ada email 0/1']);
    expect(pages).toHaveLength(289);
  });

  it('is empty where the service has no policy', () => {
    expect(simulate(plan({ policy: null }), START, 'HIGH')).toEqual([]);
  });
});
