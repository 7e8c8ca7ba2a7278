import { expect, it } from 'vitest';
import type { PagingPlan } from '../plan/plan';
import { person, plan, policy, user } from '../plan/plan.testing';
import type { Schedule } from '../schedule/schedule';
import { DAY, HOUR } from '../shared/time';
import { type Heard, readiness } from './readiness';

const NOW = Date.UTC(2026, 2, 2, 12);
const HEARD: Heard[] = [{ name: 'Prometheus', lastAt: NOW - HOUR }];
const amiss = (of: PagingPlan, heard = HEARD) =>
  readiness(of, heard, NOW).flatMap(({ check, isOk, about }) => (isOk ? [] : [[check, ...about].join(' ')]));

const people = ['ana', 'bo', 'ada'].map((id) => person(id, ['email', 'sms']));

const onCall = (restrictions: Schedule['layers'][number]['restrictions']): Schedule => ({
  timezone: 'UTC',
  layers: [
    {
      name: 'Primary',
      priority: 1,
      start: '2026-01-01T00:00:00Z',
      end: null,
      rotation: { unit: 'week', length: 1, anchor: '2026-01-05T09:00', handoff: '09:00' },
      users: ['ana'],
      restrictions,
    },
  ],
  overrides: [],
});
const scheduled = (schedule: Schedule): PagingPlan =>
  plan({
    people,
    policy: policy([[0, { kind: 'SCHEDULE', id: 'sch_1' }]]),
    schedules: { sch_1: { id: 'sch_1', name: 'Weekly', schedule } },
  });

it('finds nothing amiss where everyone can be reached twice and the tool is heard', () => {
  expect(amiss(plan({ people }))).toEqual([]);
  expect(amiss(scheduled(onCall([])))).toEqual([]);
});

it('says that nobody is paged without a policy, or without a step', () => {
  expect(amiss(plan({ policy: null }))).toEqual(['policy']);
  expect(amiss(plan({ policy: policy([]) }))).toEqual(['policy']);
});

it('says that a policy ends with nobody', () => {
  const steps = policy([
    [0, user('ana')],
    [300, { kind: 'TEAM', id: 'team_gone' }],
  ]);
  expect(amiss(plan({ people, policy: steps }))).toEqual(['last-step']);
});

it('names the schedules that have a gap in the coming month', () => {
  const office = [{ kind: 'daily' as const, startTime: '09:00', endTime: '17:00' }];
  expect(amiss(scheduled(onCall(office)))).toEqual(['gaps Weekly']);
});

it('names people with fewer than two ways that work here', () => {
  const few = [person('ana', ['email', 'sms!']), person('bo', ['email', 'sms'])];
  expect(amiss(plan({ people: few }))).toEqual(['ways Ana']);
  expect(amiss(plan({ people, usableChannels: ['email'] }))).toEqual(['ways Ana Bo']);
});

it('misses an integration, and one that says nothing', () => {
  expect(amiss(plan({ people }), [])).toEqual(['integration']);
  expect(amiss(plan({ people }), [{ name: 'Prometheus', lastAt: NOW - DAY - 1 }])).toEqual(['heard Prometheus']);
  expect(amiss(plan({ people }), [{ name: 'Prometheus', lastAt: null }, ...HEARD])).toEqual([]);
});
