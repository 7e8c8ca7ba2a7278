import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { HOUR } from '../../shared/time';
import { calendar } from './calendar';
import { hostileText } from './hostile.testing';
import type { View } from './layout';
import { samplePage } from './page.testing';

const NOW = Date.parse('2026-11-28T12:00:00Z');
const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);

type Change = { title?: string; body?: string; name?: string; endsAt?: number | null; updatedAt?: number };

/** A page whose planned work says this; `timezone` is where its visitors are. */
function viewOf({ title = 'Work', body = 'Text', name = 'Shop', ...times }: Change = {}, timezone = 'UTC'): View {
  const page = samplePage(NOW, 'MAINTENANCE');
  const reports = page.reports.map((report) => ({
    ...report,
    ...times,
    title,
    updates: report.updates.map((update) => ({ ...update, body })),
  }));
  return { page: { ...page, name, timezone, reports }, url: 'https://status.example.com', language: 'en' };
}

/** The events of a calendar as a calendar program reads them; throws where it is none. */
function eventsOf(text: string): InstanceType<typeof ICAL.Event>[] {
  const whole = new ICAL.Component(ICAL.parse(text));
  expect(whole.getFirstPropertyValue('version')).toBe('2.0');
  expect(whole.getFirstPropertyValue('prodid')).toBeTruthy();
  return whole.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}
const eventOf = (view: View) => {
  const [event] = eventsOf(calendar(view));
  if (!event) throw new Error('no event');
  return event;
};
const planned = ({ page }: View) => page.reports.filter(({ kind }) => kind === 'maintenance');

/** What iCalendar can hold of a text. */
const kept = (text: string): string => text.replace(/\r\n|\r/g, '\n').replace(/[^\P{Cc}\t\n]|\p{Cs}/gu, '');

describe('the calendar of planned work', () => {
  it.each(SEEDS)('says again whatever somebody writes, in lines of at most 75 octets: text %i', (seed) => {
    const text = hostileText(seed);
    const view = viewOf({ title: text, body: text, name: text });
    const document = calendar(view);
    expect(document.endsWith('\r\n')).toBe(true);
    const lines = document.slice(0, -2).split('\r\n');
    expect(lines.join('')).not.toMatch(/[\r\n]/);
    for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const events = eventsOf(document);
    expect(events).toHaveLength(planned(view).length);
    for (const event of events) {
      expect(event.summary).toContain(kept(text));
      expect(event.description).toBe(kept(text));
      expect(event.component.getAllSubcomponents('valarm')).toEqual([]);
    }
  });

  it.each(['UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'Pacific/Apia'])(
    'begins and ends at its instants for a page in %s',
    (zone) => {
      const view = viewOf({}, zone);
      const [report] = planned(view);
      const event = eventOf(view);
      expect(event.startDate.zone.tzid).toBe('UTC');
      expect(event.startDate.toJSDate().getTime()).toBe(report?.startsAt);
      expect(event.endDate.toJSDate().getTime()).toBe(report?.endsAt);
    },
  );

  it('knows an event again by its id, and a later word of it by its sequence', () => {
    const before = eventOf(viewOf({ updatedAt: NOW - HOUR }));
    const after = eventOf(viewOf({ title: 'Work takes longer', updatedAt: NOW }));
    expect(after.uid).toBe(before.uid);
    expect(after.sequence).toBeGreaterThan(before.sequence);
    expect(calendar(viewOf())).toBe(calendar(viewOf()));
  });

  it('has no end where none is known, since one must be later than the start', () => {
    const event = eventOf(viewOf({ endsAt: null }));
    expect(event.component.getFirstProperty('dtend')).toBeNull();
  });
});
