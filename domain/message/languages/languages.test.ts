import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../../notification/channels';
import { LANGUAGES } from '../../notification/words/words';
import { HOUR } from '../../shared/time';
import type { MessageContent } from '../content';
import { MESSAGE_KINDS } from '../kinds';
import { renderContent } from '../render';

const at = Date.parse('2026-11-28T08:00:00Z');
const shift = { start: at + 25 * HOUR, end: at + 200 * HOUR };
const url = 'https://ops.example.test/x';
const EVIL = '<img src=x>\r\nBcc: all@example.test';

const contents = (locale: string): MessageContent[] => {
  const names = { organisation: 'Acme', recipientName: 'Bo', locale };
  const shifts = { ...names, schedule: 'Payments', timezone: 'Europe/Berlin', at, url };
  const about = { number: 1042, title: EVIL, serviceName: 'Checkout', url };
  return [
    { ...names, kind: 'invitation', invitedBy: EVIL, url },
    { ...names, kind: 'password-reset', url },
    { ...names, kind: 'verification-code', code: '042917' },
    { ...names, kind: 'contact-method-test' },
    { ...names, kind: 'page-test', urgency: 'HIGH', url },
    {
      ...names,
      kind: 'weekly-digest',
      ...{ from: '2026-11-16', to: '2026-11-22', incidents: 12, interruptions: 20, sleepHours: 7 },
      people: [{ name: EVIL, interruptions: 5, sleepHours: 3 }],
      alerts: [{ serviceName: 'search', title: EVIL, incidents: 4, interruptions: 9, neverAcknowledged: 2 }],
      url,
    },
    { ...names, kind: 'action-item-overdue', title: EVIL, dueOn: '2026-12-01', url },
    {
      ...names,
      kind: 'low-digest',
      url,
      lines: Array.from({ length: 40 }, (_, i) => ({
        number: i,
        status: i % 2 ? 'OPEN' : 'RESOLVED',
        serviceName: EVIL,
        title: '',
      })),
    },
    { ...names, ...about, kind: 'incident-news', news: 'note-added', by: EVIL, words: EVIL, role: 'FOLLOWER' },
    { ...names, ...about, kind: 'incident-news', news: 'snooze-ended', by: null, words: null, role: 'EXEC' },
    { ...names, ...about, kind: 'mention', by: 'Ada', words: 'Look, @Bo:\nthe disk.' },
    { ...shifts, kind: 'shift-notice', lead: 'start', shift, isLate: true },
    { ...shifts, kind: 'shift-notice', lead: 'day', shift, isLate: false },
    { ...shifts, kind: 'shifts-changed', gains: Array.from({ length: 12 }, () => shift), loses: [shift] },
    { ...shifts, kind: 'cover-asked', askedBy: EVIL, shift, inReturn: null, isReminder: true },
    { ...shifts, kind: 'cover-asked', askedBy: 'Ada', shift, inReturn: shift, isReminder: false },
    { ...shifts, kind: 'cover-waiting', shift },
    { ...shifts, kind: 'cover-taken', role: 'gave', other: 'Ada', shift, inReturn: shift },
    { ...shifts, kind: 'cover-taken', role: 'took', other: 'Ada', shift, inReturn: null },
    { ...shifts, kind: 'cover-ended', why: 'expired', shift },
  ];
};

describe.each(LANGUAGES)('in %s', (locale) => {
  it('there are words for every kind of message', () => {
    // Mails of status pages have words of their own.
    const kinds = MESSAGE_KINDS.filter((kind) => !kind.startsWith('status-'));
    expect(new Set(contents(locale).map(({ kind }) => kind))).toEqual(new Set(kinds));
  });

  it.each(contents(locale).map((content) => [content.kind, content] as const))(
    '%s says what it said before',
    (_, content) => {
      const { subject, text } = renderContent('email', content);
      expect({ subject, text, short: renderContent('sms', content).text }).toMatchSnapshot();
    },
  );

  it.each(contents(locale).map((content) => [content.kind, content] as const))(
    '%s is words on every channel',
    (_, content) => {
      for (const channel of CHANNELS) {
        const { subject, text, html } = renderContent(channel, content);
        expect(subject ?? '').not.toMatch(/[\r\n]/);
        expect(html ?? '').not.toContain('<img');
        if (channel !== 'email') expect(text).not.toContain('\n');
        if (channel === 'voice') expect(text).not.toContain('http');
        else if ('url' in content && channel !== 'push') expect(text).toContain(url);
        if ('code' in content && channel !== 'voice') expect(text).toContain('042917');
      }
    },
  );
});
