import { describe, expect, it } from 'vitest';
import { isInHours, stepHoursField } from './working-hours';

const berlin = (more: Partial<Parameters<typeof isInHours>[0]> = {}) =>
  stepHoursField.parse({
    when: 'inside',
    timezone: 'Europe/Berlin',
    days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
    startTime: '09:00',
    endTime: '17:00',
    ...more,
  });
const at = (text: string): number => Date.parse(text);

describe('working hours', () => {
  it.each([
    ['2026-11-23T08:00:00Z', true, 'Monday 09:00, the start counts'],
    ['2026-11-23T07:59:59Z', false, 'a second before'],
    ['2026-11-23T16:00:00Z', false, 'Monday 17:00, the end does not count'],
    ['2026-11-28T10:00:00Z', false, 'a Saturday'],
    ['2026-07-06T07:00:00Z', true, '09:00 in summer time'],
  ])('%s is %s: %s', (instant, expected) => {
    expect(isInHours(berlin(), at(instant))).toBe(expected);
  });

  it('over midnight belong to the day on which they begin', () => {
    const nights = berlin({ days: ['friday'], startTime: '22:00', endTime: '06:00' });
    expect(isInHours(nights, at('2026-11-27T21:00:00Z'))).toBe(true);
    expect(isInHours(nights, at('2026-11-28T04:59:00Z'))).toBe(true);
    expect(isInHours(nights, at('2026-11-28T05:00:00Z'))).toBe(false);
    expect(isInHours(nights, at('2026-11-27T04:00:00Z'))).toBe(false);
  });

  it('with equal ends last a whole day, also one of 25 hours', () => {
    const sunday = berlin({ days: ['sunday'], startTime: '00:00', endTime: '00:00' });
    expect(isInHours(sunday, at('2026-10-24T22:00:00Z'))).toBe(true);
    expect(isInHours(sunday, at('2026-10-25T22:59:00Z'))).toBe(true);
    expect(isInHours(sunday, at('2026-10-25T23:00:00Z'))).toBe(false);
  });

  it('want a zone that exists, a day and two times', () => {
    expect(stepHoursField.safeParse({ ...berlin(), timezone: 'Mars/Olympus' }).success).toBe(false);
    expect(stepHoursField.safeParse({ ...berlin(), days: [] }).success).toBe(false);
    expect(stepHoursField.safeParse({ ...berlin(), endTime: '24:00' }).success).toBe(false);
  });
});
