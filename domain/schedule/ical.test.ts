import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../shared/time';
import { feedEvents, feedWindow } from './calendar-feed';
import { type CalendarEvent, writeCalendar } from './ical';
import { importCalendar } from './ical-import';
import { instantOf, type Schedule } from './schedule';

const START = instantOf('2024-01-10T12:00:00Z');
const event = (change: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'shift_1@opsknight',
  start: START,
  end: START + HOUR,
  summary: 'On call',
  description: 'Text',
  url: 'https://example.test/schedules/sch_1',
  revisedAt: instantOf('2024-01-01T00:00:00.500Z'),
  ...change,
});
const write = (...events: CalendarEvent[]) => writeCalendar({ name: 'Ops', description: 'D', events });

describe('a calendar', () => {
  it('has what RFC 5545 and calendar programs ask for', () => {
    const lines = write(event()).split('\r\n');
    expect(lines.slice(0, 5)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//OpsKnight//Edge//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
    ]);
    for (const line of [
      'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
      'X-PUBLISHED-TTL:PT1H',
      'UID:shift_1@opsknight',
      'DTSTAMP:20240101T000000Z',
      'SEQUENCE:126230400',
      'DTSTART:20240110T120000Z',
      'DTEND:20240110T130000Z',
    ]) {
      expect(lines).toContain(line);
    }
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
  });

  it('escapes, and lets no text become a line of its own', () => {
    const text = write(event({ summary: 'a\\b;c,d\r\nATTACH:x\ny\u0000\ud800z' }));
    expect(text).toContain('SUMMARY:a\\\\b\\;c\\,d\\nATTACH:x\\nyz\r\n');
  });

  it('folds at 75 octets, between characters', () => {
    for (const letter of ['x', 'é', '語', '🛡']) {
      const text = write(event({ summary: letter.repeat(200) }));
      const octets = text.split('\r\n').map((line) => new TextEncoder().encode(line).length);
      expect(Math.max(...octets)).toBeLessThanOrEqual(75);
      expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${letter.repeat(200)}\r\n`);
      expect(text.isWellFormed()).toBe(true);
    }
  });

  it('never stands empty', () => {
    expect(write()).toContain('BEGIN:VTIMEZONE\r\nTZID:UTC\r\n');
  });

  it('is read again by the importer', () => {
    const text = write(
      event({ summary: 'Äna; on, call\\' }),
      event({ uid: 'two', start: START + DAY, end: START + 2 * DAY }),
    );
    const read = importCalendar(text, { start: START, end: START + 9 * DAY, zone: 'UTC' });
    expect(read).toMatchObject({
      occurrences: [
        { uid: 'shift_1@opsknight', summary: 'Äna; on, call\\', start: START, end: START + HOUR },
        { uid: 'two', start: START + DAY, end: START + 2 * DAY },
      ],
      skipped: [],
    });
  });
});

describe('the events of a feed', () => {
  const weekly = (users: string[]): Schedule => ({
    timezone: 'Europe/Berlin',
    layers: [
      {
        name: 'Primary',
        priority: 1,
        start: '2023-01-01T00:00:00Z',
        end: null,
        rotation: { unit: 'week', length: 1, anchor: '2023-01-02T09:00', handoff: '09:00' },
        users,
        restrictions: [],
      },
    ],
    overrides: [],
  });
  const feed = (users: string[], now: number, only: string | null = null) =>
    feedEvents(
      { id: 'sch_1', name: 'Ops', schedule: weekly(users), revisedAt: 0, url: 'https://x', only },
      feedWindow(now),
      (user) => user.toUpperCase(),
      () => true,
    );

  it('reach from 30 days back to at least 180 ahead', () => {
    const events = feed(['a', 'b'], START);
    expect(events[0]?.end).toBeGreaterThan(START - 31 * DAY);
    expect(events[0]?.start).toBeLessThanOrEqual(START - 30 * DAY);
    expect(events.at(-1)?.end).toBeGreaterThanOrEqual(START + 180 * DAY);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    expect(feed(['a', 'b'], START, 'b').every(({ summary }) => summary === 'On call: Ops')).toBe(true);
  });

  it('stay the same from minute to minute, and keep their UIDs from month to month', () => {
    expect(feed(['a', 'b'], START + 5 * HOUR)).toEqual(feed(['a', 'b'], START));
    const later = new Map(feed(['a', 'b'], START + 45 * DAY).map((one) => [one.uid, one]));
    const shared = feed(['a', 'b'], START).filter(({ uid }) => later.has(uid));
    expect(shared.length).toBeGreaterThan(20);
    for (const one of shared.slice(0, -1)) expect(later.get(one.uid)).toEqual(one);
  });

  it('keep the UID of a shift that has no beginning', () => {
    const [now, later] = [feed(['a'], START), feed(['a'], START + 70 * DAY)];
    expect([now.length, later.length]).toEqual([1, 1]);
    expect(later[0]?.uid).toBe(now[0]?.uid);
  });
});
