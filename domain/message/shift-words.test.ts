import { expect, it } from 'vitest';
import { MINUTE } from '../shared/time';
import { renderContent } from './render';
import { whenOf } from './when';

const at = Date.parse('2026-11-30T08:00:00Z');
const shift = { start: at, end: Date.parse('2026-12-07T08:00:00Z') };
const about = { organisation: 'Acme', recipientName: 'Ana', schedule: 'Payments', timezone: 'Europe/Berlin', at };
const url = 'https://ops.example.test/profile/shifts';

it('tells times on the receiver’s clock, by weekday where they are near', () => {
  expect(whenOf(at, at, 'Europe/Berlin')).toBe('Mon 09:00');
  expect(whenOf(shift.end, at, 'America/New_York')).toBe('Mon 7 Dec 03:00');
});

it('says who is on call now, and until when, on every channel', () => {
  const content = { ...about, kind: 'shift-notice', lead: 'start', shift, isLate: false, url } as const;
  const mail = renderContent('email', content);
  expect(mail.subject).toBe('On call now: Payments, until Mon 7 Dec 09:00');
  expect(mail.text).toContain('Times are those of Europe/Berlin.');
  expect(mail.text).not.toContain('comes late');
  expect(renderContent('sms', content).text).toBe(`On call now: Payments, until Mon 7 Dec 09:00. ${url}`);
  expect(renderContent('email', { ...content, isLate: true }).text).toContain('This notice comes late');
});

it('lists what somebody gained and lost, and no more than ten lines', () => {
  const gains = Array.from({ length: 12 }, (_, i) => ({
    start: at + i * 60 * MINUTE,
    end: at + (i * 60 + 30) * MINUTE,
  }));
  const { text } = renderContent('email', { ...about, kind: 'shifts-changed', gains, loses: [shift], url });
  expect(text).toContain('New: Mon 09:00 to Mon 09:30');
  expect(text).toContain('and 3 more.');
});

it('takes names for words and nothing else', () => {
  const content = { ...about, kind: 'cover-asked', askedBy: '<b>Bo</b>\nX', shift, url } as const;
  const { subject, html } = renderContent('email', content);
  expect(subject).not.toContain('\n');
  expect(html).toContain('&lt;b&gt;');
});
