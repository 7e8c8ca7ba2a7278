import { describe, expect, it } from 'vitest';
import { ANNOUNCEMENT_KINDS } from '../../incident/announcement';
import { WEBHOOK_FORMATS, type WebhookFormat } from '../webhook';
import { renderWebhook } from './render';
import { saidOf } from './said';
import { announcement, HOSTILE, hostileAnnouncement, testEvent } from './testing/events';

const CHATS = WEBHOOK_FORMATS.filter((format) => format !== 'standard');
const ADDRESS = 'https://hooks.example.com/bot1:a/sendMessage?chat_id=-100&thread=2';

type Json = { [key: string]: Json } & Json[] & string;
const render = (format: WebhookFormat, event: Parameters<typeof renderWebhook>[1]): Json =>
  JSON.parse(renderWebhook(format, event, ADDRESS).body);

/** Every text anywhere in it. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
const long = (text: string): string => text.repeat(Math.ceil(12_000 / text.length));
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

describe.each(WEBHOOK_FORMATS)('%s', (format) => {
  it('tells an incident that opens, one that is resolved, and a test', () => {
    const resolved = announcement('resolved', {
      detail: { note: 'Rolled back.' },
      incident: { status: 'RESOLVED', resolvedAt: Date.parse('2026-11-23T18:10:00Z') },
    });
    expect(render(format, announcement('opened'))).toMatchSnapshot();
    expect(render(format, resolved)).toMatchSnapshot();
    expect(render(format, testEvent)).toMatchSnapshot();
  });

  it('stays below 20 KB whatever it is told, and says it in whole characters', () => {
    for (const kind of ANNOUNCEMENT_KINDS) {
      for (const text of [HOSTILE, '&&&&', '💥', '漢', '<', '\\', '"']) {
        const event = hostileAnnouncement(kind);
        const worst = { ...event, incident: { ...event.incident, title: long(text), description: long(text) } };
        const { body } = renderWebhook(format, worst, ADDRESS);
        expect(bytesOf(body)).toBeLessThan(20_000);
        expect(JSON.parse(body)).toBeTruthy();
        expect(body.isWellFormed() && !/\\ud[89a-f]/i.test(body)).toBe(true);
      }
    }
  });

  it('renders the same event to the same bytes, so that a repeated send has the signature of the first', () => {
    const event = announcement('escalated', { detail: { step: 2, people: ['Bo'] } });
    expect(renderWebhook(format, event, ADDRESS)).toEqual(renderWebhook(format, structuredClone(event), ADDRESS));
  });
});

describe.each(CHATS)('hostile text in %s', (format) => {
  it('neither breaks lines nor turns direction, and leads nowhere but to OpsKnight and the links of the incident', () => {
    const texts = textsOf(render(format, hostileAnnouncement('note-added')));
    for (const text of texts) {
      for (const evil of ['\u0000', '\u0007', '\u202e', '\r']) expect(text).not.toContain(evil);
      expect(text).not.toContain('javascript:');
    }
  });
});

describe('hostile text', () => {
  const all = (format: WebhookFormat) => textsOf(render(format, hostileAnnouncement('opened'))).join('\n');

  it('makes no mention and no link of its own in Slack', () => {
    const links = all('slack').match(/<[^>]*>/g) ?? [];
    expect(links.length).toBeGreaterThan(0);
    for (const link of links)
      expect(link).toMatch(/^<https:\/\/(ops\.example|x)\.test[^<>]*\|(Open the incident|Runbook)>$/);
    expect(textsOf(render('slack', hostileAnnouncement('opened')))).not.toContain('<!channel>');
  });

  it('is plain runs in Teams, which read no Markdown', () => {
    const types = JSON.stringify(render('teams', hostileAnnouncement('opened'))).match(/"type":"[\w.]+"/g) ?? [];
    const known = ['message', 'AdaptiveCard', 'RichTextBlock', 'TextRun', 'Action.OpenUrl'];
    expect([...new Set(types)].sort()).toEqual(known.map((type) => `"type":"${type}"`).sort());
  });

  it('rings nobody in Discord, whose Markdown it cannot use', () => {
    const json = render('discord', hostileAnnouncement('opened'));
    expect(json.allowed_mentions).toEqual({ parse: [] });
    const [embed] = json.embeds as Json[];
    const written = `${embed?.title}\n${embed?.description}`.replaceAll(/\\./g, '');
    const withoutOurs = written.replaceAll(/\[(Source|Runbook)\]\([^()]*\)/g, '');
    expect(withoutOurs).not.toMatch(/[*_`~<>[\]@]/);
  });

  it('opens no element but ours in Telegram and Google Chat', () => {
    for (const format of ['telegram', 'google-chat'] as const) {
      const tags = all(format).match(/<[^>]*>/g) ?? [];
      for (const tag of tags) expect(tag).toMatch(/^<(\/?b|br|\/a|a href="https:\/\/(ops\.example|x)\.test[^"<>]*")>$/);
    }
  });

  it('keeps to the limits of each chat', () => {
    const telegram = render('telegram', hostileAnnouncement('opened')).text as string;
    expect(telegram.length).toBeLessThanOrEqual(4096);
    const [embed] = render('discord', hostileAnnouncement('opened')).embeds as Json[];
    expect(embed?.title?.length).toBeLessThanOrEqual(256);
    expect(textsOf(embed).join('').length).toBeLessThanOrEqual(6000);
    for (const block of render('slack', hostileAnnouncement('opened')).blocks as Json[]) {
      for (const text of textsOf(block)) expect(text.length).toBeLessThanOrEqual(3000);
    }
  });
});

describe('the address', () => {
  it('gives Telegram its chat in the body and nothing else of it in the query', () => {
    const { url, body } = renderWebhook('telegram', testEvent, ADDRESS);
    expect(url).toBe('https://hooks.example.com/bot1:a/sendMessage?thread=2');
    expect(JSON.parse(body)).toMatchObject({ chat_id: '-100', parse_mode: 'HTML' });
  });

  it('is left as it is for the others', () => {
    expect(renderWebhook('slack', testEvent, ADDRESS).url).toBe(ADDRESS);
  });
});

describe('the sentence', () => {
  const until = Date.parse('2026-11-24T07:00:00Z');
  it.each([
    ['opened', {}, 'Opened by Ana.'],
    ['acknowledged', { assignee: 'Ana' }, 'Acknowledged by Ana.'],
    ['acknowledgement-lapsed', { assignee: 'Bo' }, 'The acknowledgement of Bo has lapsed; it is open again.'],
    ['escalated', { step: 2, people: ['Bo', 'Cy'] }, 'Escalated by Ana to step 2; paged: Bo, Cy.'],
    ['escalated', { step: null, people: ['Ada'] }, 'Escalated by Ana to the last resort; paged: Ada.'],
    ['snoozed', { until, reason: 'Known.' }, 'Snoozed by Ana until 24 Nov 2026, 07:00 UTC: Known.'],
    ['snooze-ended', {}, 'The snooze has ended by Ana; it is open again.'],
    ['reassigned', { to: 'Cy', from: null }, 'Reassigned by Ana to Cy.'],
    ['urgency-raised', { from: 'LOW', to: 'HIGH' }, 'Urgency raised from low to high.'],
    ['resolved', {}, 'Resolved by Ana.'],
    ['reopened', { reason: null }, 'Reopened by Ana.'],
    ['suppressed', { reason: 'Maintenance' }, 'Suppressed by Ana: Maintenance.'],
    ['unsuppressed', {}, 'No longer suppressed by Ana; it is open again.'],
    ['note-added', { excerpt: 'It is the disk.' }, 'Note by Ana: It is the disk.'],
  ] as const)('of %s with %j', (kind, detail, sentence) => {
    expect(saidOf(announcement(kind, { detail }))).toBe(sentence);
  });

  it('names nobody for what happened by itself', () => {
    const actor = { kind: 'system' as const, name: 'OpsKnight' };
    expect(saidOf(announcement('escalated', { actor, detail: { step: 2, people: ['Bo'] } }))).toBe(
      'Escalated to step 2; paged: Bo.',
    );
  });
});
