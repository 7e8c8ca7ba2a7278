import { describe, expect, it } from 'vitest';
import { reachOf } from './reach';

const person = { id: 'u', name: 'Ana', status: 'ACTIVE', timezone: 'UTC', locale: 'en' } as const;
const method = (kind: 'email' | 'push' | 'sms' | 'voice', more = {}) => ({
  id: kind,
  kind,
  value: kind,
  verified: true,
  enabled: true,
  ...more,
});
const ALL = ['email', 'sms', 'voice', 'whatsapp', 'push', 'slack'] as const;
const told = ({ urgencies, warnings }: ReturnType<typeof reachOf>) => ({
  ladders: urgencies.map(
    ({ urgency, by, rungs }) => `${urgency} ${by}: ${rungs.map((r) => `+${r.minutes} ${r.method.kind}`)}`,
  ),
  warnings: warnings.map((one) => Object.values(one).join(' ')),
});

describe('how a person is paged', () => {
  it('follows the defaults where there are no rules, and says what is not set up', () => {
    const methods = [method('email'), method('push'), method('sms')];
    expect(told(reachOf(person, methods, [], ['email', 'push']))).toEqual({
      ladders: ['HIGH defaults: +0 push,+0 email', 'MEDIUM defaults: +0 email,+0 push', 'LOW defaults: +0 email'],
      warnings: ['channel-off sms'],
    });
  });

  it('follows the rules of an urgency, and names those that are passed over', () => {
    const methods = [method('email'), method('sms', { verified: false }), method('voice')];
    const rules = [
      { id: 'late', urgency: 'HIGH', contactMethodId: 'voice', delayMinutes: 3 },
      { id: 'first', urgency: 'HIGH', contactMethodId: 'sms', delayMinutes: 0 },
      { id: 'call', urgency: 'LOW', contactMethodId: 'voice', delayMinutes: 0 },
    ] as const;
    const reach = reachOf(person, methods, rules, ALL);
    expect(told(reach).ladders).toEqual([
      'HIGH rules: +3 voice',
      'MEDIUM defaults: +0 email',
      'LOW defaults: +0 email',
    ]);
    expect(reach.urgencies.flatMap((one) => one.rules.map(({ id, unused }) => [id, unused]))).toEqual([
      ['first', 'Not verified'],
      ['late', null],
      ['call', 'Low urgency never calls'],
    ]);
  });

  it.each([
    [[method('email', { enabled: false })], ['unreachable'], 'HIGH nothing: '],
    [[method('push'), method('sms', { verified: false })], ['push-only'], 'HIGH defaults: +0 push'],
    [[], ['unreachable'], 'HIGH nothing: '],
  ])('%j: %j', (methods, warnings, high) => {
    const answer = told(reachOf(person, methods, [], ALL));
    expect(answer.warnings).toEqual(warnings);
    expect(answer.ladders[0]).toBe(high);
  });
});
