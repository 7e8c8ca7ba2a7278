import { describe, expect, it } from 'vitest';
import { MINUTE } from '../shared/time';
import { factsOf } from './facts';
import { hoursAt } from './hours';
import { MONDAY, page, record } from './testing/records';

const inLisbon = () => 'Europe/Lisbon';

describe('what is known of an incident', () => {
  it('takes whole seconds from opening to the first acknowledgement and resolution', () => {
    const facts = factsOf({ ...record({ acked: 3, resolved: 41 }), firstAcknowledgedAt: MONDAY + 180_400 }, inLisbon);
    expect(facts).toMatchObject({ ackSeconds: 180, resolveSeconds: 41 * 60, acknowledgedBy: 'usr_ana' });
  });

  it('stops the clock to acknowledge when it is resolved without an acknowledgement', () => {
    expect(factsOf(record({ resolved: 2 }), inLisbon).ackStoppedAt).toBe(MONDAY + 2 * MINUTE);
  });

  it.each([
    ['a second step', { kind: 'step-fired' as const, step: 2 }, true],
    ['the first step', { kind: 'step-fired' as const, step: 1 }, false],
    ['an escalation by hand', { kind: 'escalated' as const, step: null }, true],
    ['the last resort', { kind: 'last-resort-paged' as const, step: null }, true],
  ])('is escalated by %s: %o', (_, event, escalated) => {
    const actor = { kind: 'system' as const, name: 'OpsKnight' };
    expect(factsOf(record({ events: [{ ...event, at: MONDAY, actor }] }), inLisbon).escalated).toBe(escalated);
  });

  it('resolved itself when a tool resolved it first, also if a person did so later', () => {
    expect(factsOf(record({ resolved: 3, by: 'tool' }), inLisbon).autoResolved).toBe(true);
    expect(factsOf(record({ resolved: 3 }), inLisbon).autoResolved).toBe(false);
    expect(factsOf(record(), inLisbon).autoResolved).toBe(false);
  });

  it('counts channels within 60 seconds as one interruption, and a later page as another', () => {
    const notifications = [
      page(MONDAY, 0),
      page(MONDAY, 1, { channel: 'sms' }),
      page(MONDAY, 1.1, { channel: 'voice' }),
      page(MONDAY, 5, { userId: 'usr_bo' }),
    ];
    const { interruptions } = factsOf(record({ notifications }), inLisbon);
    expect(interruptions.map(({ userId, at }) => [userId, (at - MONDAY) / MINUTE])).toEqual([
      ['usr_ana', 0],
      ['usr_ana', 1.1],
      ['usr_bo', 5],
    ]);
  });

  it('is interrupted neither by e-mail, nor by the notice that it is over, nor by what failed', () => {
    const failed = { provider: 'webpush', state: 'FAILED' as const, settledAt: MONDAY };
    const notifications = [
      page(MONDAY, 0, { channel: 'email' }),
      page(MONDAY, 2, { intent: 'resolved' }),
      page(MONDAY, 4, { deliveries: [failed] }),
    ];
    const facts = factsOf(record({ notifications }), inLisbon);
    expect(facts.interruptions).toEqual([]);
    expect(facts.sent.map(({ taken, latencyMs }) => [taken, latencyMs])).toEqual([
      [true, 2000],
      [true, 2000],
      [false, null],
    ]);
  });
});

describe('the hours of a person', () => {
  // 25 October 2026 is when Lisbon's clock goes back: 01:00 UTC is 01:00 there, the hour before it 01:30 too.
  it.each([
    ['Mon 10:00 UTC', Date.UTC(2026, 10, 23, 10), 'Europe/Lisbon', 'business'],
    ['the same in Singapore, 18:00', Date.UTC(2026, 10, 23, 10), 'Asia/Singapore', 'off'],
    ['the same in New York, 05:00', Date.UTC(2026, 10, 23, 10), 'America/New_York', 'sleep'],
    ['Saturday noon', Date.UTC(2026, 10, 21, 12), 'Europe/Lisbon', 'off'],
    ['Saturday 23:00', Date.UTC(2026, 10, 21, 23), 'Europe/Lisbon', 'sleep'],
    ['Friday 24 October 07:30 UTC, summer, 08:30', Date.UTC(2025, 9, 24, 7, 30), 'Europe/Lisbon', 'business'],
    ['Monday 27 October 07:30 UTC, winter, 07:30', Date.UTC(2025, 9, 27, 7, 30), 'Europe/Lisbon', 'sleep'],
    ['18:00 sharp ends the business day', Date.UTC(2026, 10, 23, 18), 'Europe/Lisbon', 'off'],
    ['22:00 sharp begins the night', Date.UTC(2026, 10, 23, 22), 'Europe/Lisbon', 'sleep'],
  ])('%s', (_, at, zone, hours) => {
    expect(hoursAt(at, zone)).toBe(hours);
  });

  it('are those of the person who was paged, not of the installation', () => {
    const notifications = [page(MONDAY, 0), page(MONDAY, 0, { userId: 'usr_mei' })];
    const zoneOf = (user: string) => (user === 'usr_mei' ? 'Asia/Singapore' : 'America/New_York');
    const facts = factsOf(record({ notifications }), zoneOf);
    expect(facts.interruptions.map(({ hours }) => hours)).toEqual(['sleep', 'off']);
  });
});
