import { expect, it } from 'vitest';
import { MINUTE } from '../shared/time';
import { renderContent } from './render';
import { whenOf } from './when';

const at = Date.parse('2026-11-30T08:00:00Z');
const shift = { start: at, end: Date.parse('2026-12-07T08:00:00Z') };
const about = {
  organisation: 'Acme',
  recipientName: 'Ana',
  locale: 'en',
  schedule: 'Payments',
  timezone: 'Europe/Berlin',
  at,
};
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
  const content = {
    ...about,
    kind: 'cover-asked',
    askedBy: '<b>Bo</b>\nX',
    shift,
    inReturn: null,
    isReminder: false,
    url,
  } as const;
  const { subject, html } = renderContent('email', content);
  expect(subject).not.toContain('\n');
  expect(html).toContain('&lt;b&gt;');
});

it('says of an exchange who has what, to each from where they stand', () => {
  const inReturn = { start: shift.end, end: shift.end + 60 * MINUTE };
  const asked = { ...about, kind: 'cover-asked', askedBy: 'Bo', shift, inReturn, isReminder: true, url } as const;
  expect(renderContent('email', asked).subject).toBe(
    'Still open: Bo asks to exchange shifts on Payments: you take Mon 09:00 to Mon 7 Dec 09:00, Bo takes Mon 7 Dec 09:00 to Mon 7 Dec 10:00',
  );
  const taken = { ...about, kind: 'cover-taken', other: 'Bo', shift, inReturn, url } as const;
  expect(renderContent('sms', { ...taken, role: 'gave' }).text).toContain(
    'Bo takes your shift for Payments: Mon 09:00 to Mon 7 Dec 09:00, and you take theirs: Mon 7 Dec 09:00',
  );
  expect(renderContent('sms', { ...taken, role: 'took' }).text).toContain('and Bo takes yours: Mon 7 Dec 09:00');
});
