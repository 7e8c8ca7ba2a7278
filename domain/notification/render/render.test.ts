import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../channels';
import type { NotificationContent } from '../content';
import { renderMessage } from './render';
import { hostileContent, pageContent } from './testing/contents';

const LIMITS = { email: 12_000, sms: 320, voice: 1_000, whatsapp: 900, push: 200, slack: 3_000 } as const;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
const UNWANTED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

describe.each(CHANNELS)('%s', (channel) => {
  it('says the page as it did before', () => {
    expect(renderMessage(channel, pageContent())).toMatchSnapshot();
  });

  it('says that it is over as it did before', () => {
    expect(renderMessage(channel, pageContent({ intent: 'resolved' }))).toMatchSnapshot();
  });

  it('makes hostile text inert, and no longer than the channel takes', () => {
    const { subject, text, html } = renderMessage(channel, hostileContent());
    expect(text.length).toBeLessThanOrEqual(LIMITS[channel]);
    for (const part of [subject ?? '', text, html ?? '']) {
      expect(part).not.toMatch(UNWANTED);
      expect(part.isWellFormed()).toBe(true);
    }
    expect(subject ?? '').not.toContain('\n');
  });

  it('gives the same message for the same content', () => {
    expect(renderMessage(channel, hostileContent())).toEqual(renderMessage(channel, hostileContent()));
  });

  it('still says something when the alert says nothing', () => {
    const { text } = renderMessage(
      channel,
      pageContent({
        why: '',
        incident: { title: ' \r\n', description: null, serviceName: '', labels: {}, number: null },
      }),
    );
    expect(text).toContain('Untitled incident');
  });
});

describe('email', () => {
  it('keeps the subject to one line of 200 characters', () => {
    const { subject } = renderMessage('email', hostileContent());
    expect(subject?.length).toBeLessThanOrEqual(200);
    expect(subject).toMatch(/^\[P1\] /);
  });

  it('has no element in its HTML that the template did not put there', () => {
    const { html } = renderMessage('email', hostileContent());
    const elements = new Set([...(html ?? '').matchAll(/<\s*([!/]?\w+)/g)].map(([, name]) => name?.replace('/', '')));
    expect([...elements].sort()).toEqual(
      ['!doctype', 'a', 'body', 'br', 'div', 'h1', 'head', 'hr', 'html', 'meta', 'p', 'span', 'title'].sort(),
    );
    const attributes = [...(html ?? '').matchAll(/<[^>]*>/g)].flatMap(([tag]) => [
      ...tag.matchAll(/ ([\w-]+)="[^"]*"/g),
    ]);
    expect([...new Set(attributes.map(([, name]) => name))].sort()).toEqual([
      'charset',
      'content',
      'href',
      'lang',
      'name',
      'style',
    ]);
  });

  it('links to nothing but web addresses', () => {
    const { html, text } = renderMessage('email', hostileContent());
    const targets = [...(html ?? '').matchAll(/href="([^"]*)"/g)].map(([, target]) => target);
    expect(targets).toEqual([
      'https://ops.example.test/incidents/inc_1',
      'https://x.test/%22%3E%3Cscript%3Ealert(1)%3C/script%3E%7C%3C!channel%3E',
    ]);
    expect(text).not.toContain('javascript:');
  });

  it.each([
    ['America/New_York', 'en-US', 'Since: Nov 23, 2026, 01:00 PM EST (America/New_York), for 10 min'],
    ['Asia/Kolkata', 'en-GB', 'Since: 23 Nov 2026, 23:30 GMT+5:30 (Asia/Kolkata), for 10 min'],
    ['Europe/Berlin', 'de-DE', 'Seit: 23. Nov. 2026, 19:00 MEZ (Europe/Berlin), seit 10 Min'],
    ['UTC', 'en-GB', 'Since: 23 Nov 2026, 18:00 UTC, for 10 min'],
    ['Mars/Olympus', '?', 'Since: 23 Nov 2026, 18:00 UTC, for 10 min'],
  ])('tells the time of %s for %s', (timezone, locale, expected) => {
    const { text } = renderMessage('email', pageContent({ recipient: { id: 'usr_1', name: 'Ana', timezone, locale } }));
    expect(text).toContain(expected);
  });
});

describe('sms', () => {
  it('ends in the whole link, however long the title', () => {
    expect(renderMessage('sms', hostileContent()).text).toMatch(/ https:\/\/ops\.example\.test\/incidents\/inc_1$/);
  });

  it('leaves the reason out before it cuts the title to nothing', () => {
    const url = `https://ops.example.test/${'x'.repeat(230)}`;
    const { text } = renderMessage('sms', pageContent({ url, incident: { title: 'y'.repeat(300) } }));
    expect(text).not.toContain('step 2');
    expect(text).toMatch(/y{37}/);
    expect(text.length).toBeLessThanOrEqual(320);
  });

  it('stays within GSM-7 for plain words', () => {
    expect(renderMessage('sms', pageContent({ incident: { title: 'word '.repeat(200) } })).text).toMatch(
      /^[\x20-\x7e]+$/,
    );
  });
});

describe('slack', () => {
  it('has no mention and no link but its own', () => {
    const { text } = renderMessage('slack', hostileContent());
    expect(text).toContain('&lt;!channel&gt;');
    expect([...text.matchAll(/<[^>]*>/g)].map(([found]) => found)).toEqual([
      '<https://ops.example.test/incidents/inc_1|Open the incident>',
      '<https://x.test/%22%3E%3Cscript%3Ealert(1)%3C/script%3E%7C%3C!channel%3E|Runbook>',
    ]);
  });

  it('never cuts an entity in two and stays below 3,000 even for ampersands alone', () => {
    const ampersands = '&'.repeat(10_000);
    const { text } = renderMessage(
      'slack',
      pageContent({
        why: ampersands,
        incident: {
          title: ampersands,
          description: ampersands,
          serviceName: ampersands,
          sourceLink: `https://x.test/?${ampersands.slice(0, 900)}`,
        },
      }),
    );
    expect(text.length).toBeLessThanOrEqual(3000);
    expect(text.replaceAll('&amp;', '')).not.toContain('&');
  });
});

describe('slack blocks', () => {
  const textsOf = (content: Parameters<typeof renderMessage>[1]) => {
    const blocks = renderMessage('slack', content).blocks ?? [];
    const texts = blocks.flatMap((block) =>
      block.type === 'section' ? block.text : block.type === 'context' ? block.elements : [],
    );
    return { blocks, texts };
  };

  it('have only our own links and mentions nobody', () => {
    const { texts } = textsOf(hostileContent());
    expect(texts.every(({ verbatim }) => verbatim)).toBe(true);
    expect(texts.flatMap(({ text }) => [...text.matchAll(/<[^>]*>/g)].map(([found]) => found))).toEqual([
      '<https://x.test/%22%3E%3Cscript%3Ealert(1)%3C/script%3E%7C%3C!channel%3E|Runbook>',
    ]);
    for (const { text } of texts) {
      expect(text).not.toMatch(UNWANTED);
      expect(text.isWellFormed()).toBe(true);
    }
  });

  it.each([
    ['hostile text', hostileContent()],
    ['ampersands alone', pageContent({ why: '&'.repeat(9999), incident: { description: '&'.repeat(9999) } })],
    ['nothing', pageContent({ why: '', incident: { title: '', description: null } })],
  ])('stay within the limits of Slack for %s', (_, content) => {
    const { blocks, texts } = textsOf(content);
    expect(JSON.stringify(blocks).length).toBeLessThan(13_000);
    for (const { text } of texts) {
      expect(text).not.toBe('');
      expect(text.length).toBeLessThanOrEqual(2000);
      expect(text.replaceAll(/&(amp|lt|gt);/g, '')).not.toContain('&');
    }
  });

  it('end in the buttons that answer and one that opens the incident, unless its address is too long for one', () => {
    const labels = (content: NotificationContent): string[] =>
      textsOf(content).blocks.flatMap((block) =>
        block.type === 'actions' ? block.elements.map(({ text }) => text.text) : [],
      );
    const answers = ['Acknowledge', 'Resolve', 'Escalate', 'Snooze 1 h'];
    expect(labels(pageContent())).toEqual([...answers, 'View']);
    expect(labels(pageContent({ intent: 'resolved' }))).toEqual(['View']);
    expect(labels(pageContent({ url: `https://ops.example.test/${'x'.repeat(3000)}` }))).toEqual(answers);
  });
});

describe('voice', () => {
  it('says where to acknowledge a page, and nothing of it when all is over', () => {
    expect(renderMessage('voice', pageContent()).text).toContain('Open the incident page to acknowledge.');
    expect(renderMessage('voice', pageContent({ intent: 'resolved' })).text).not.toContain('acknowledge');
  });

  it('speaks no addresses', () => {
    const { text } = renderMessage('voice', pageContent({ incident: { title: 'See https://x.test/a?b=c now' } }));
    expect(text).toContain('See a link now.');
    expect(text).not.toContain('http');
  });

  it.each([
    [5 * 60_000, '5 minutes'],
    [61 * 60_000, '1 hour 1 minute'],
    [26 * 3_600_000, '1 day 2 hours'],
  ])('says %s ms as %s', (age, spoken) => {
    const openedAt = Date.parse('2026-11-23T18:10:00Z') - age;
    expect(renderMessage('voice', pageContent({ incident: { openedAt } })).text).toContain(`Open for ${spoken}.`);
  });
});
