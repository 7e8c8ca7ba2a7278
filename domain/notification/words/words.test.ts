import { describe, expect, it } from 'vitest';
import { answeredWords } from '../../respond/reply-words';
import { CHANNELS } from '../channels';
import { renderMessage } from '../render/render';
import { hostileContent, pageContent } from '../render/testing/contents';
import { renderTwiml } from '../render/twiml';
import type { Why } from '../why';
import { LANGUAGES, wordsFor } from './words';

const to = (locale: string) => ({ id: 'usr_1', name: 'Ana', timezone: 'Europe/Berlin', locale });
const links = {
  acknowledge: `https://ops.example.test/r/${'a'.repeat(64)}`,
  escalate: 'https://ops.example.test/r/b',
  replyCode: 'C7KX',
  keys: true as const,
};
const others = LANGUAGES.filter((language) => language !== 'en');

it.each([
  ['de', 'de'],
  ['de-CH', 'de'],
  ['fr-CA', 'fr'],
  ['ja', 'ja'],
  ['pt-BR', 'en'],
  ['den', 'en'],
  ['', 'en'],
  ['no_such!', 'en'],
])('somebody who reads %j is written to in %s', (locale, language) => {
  expect(wordsFor(locale).language).toBe(language);
});

describe.each(others)('in %s', (locale) => {
  it.each(CHANNELS)('a page by %s says what it said before', (channel) => {
    const { why } = wordsFor(locale);
    const step: Why = { kind: 'step', step: 2, policy: 'Checkout', target: 'Ana', takesTurns: false };
    expect(renderMessage(channel, pageContent({ recipient: to(locale), why: why(step) }), links)).toMatchSnapshot();
  });

  it.each(CHANNELS)('the news by %s that it is over leaves no English word of ours', (channel) => {
    const content = pageContent({
      intent: 'resolved',
      recipient: to(locale),
      why: wordsFor(locale).why({ kind: 'was-paged' }),
    });
    const { subject, text, html } = renderMessage(channel, content);
    const all = [subject, text, html].join('\n');
    expect(all).not.toMatch(
      /Resolved|Open the incident|Urgency|\bfor \d|You were|Sent by OpsKnight for|This is OpsKnight/,
    );
  });

  it('a hostile page stays within a text message and a call', () => {
    const content = { ...hostileContent(), recipient: to(locale) };
    expect(renderMessage('sms', content, null).text.length).toBeLessThanOrEqual(320);
    const call = renderMessage('voice', content, links);
    const twiml = renderTwiml(call.text, { keysTo: 'https://ops.example.test/keys', language: call.spokenAs });
    expect(twiml.length).toBeLessThanOrEqual(4000);
    expect(twiml).toContain(`language="${wordsFor(locale).spokenAs}"`);
    expect(twiml).not.toContain('<Say>hi');
  });

  it('a text message keeps its whole link beside the code to reply with', () => {
    const { text } = renderMessage('sms', pageContent({ recipient: to(locale) }), links);
    expect(text.endsWith(links.acknowledge)).toBe(true);
    expect(text).toContain('4 C7KX');
    expect(text.length).toBeLessThanOrEqual(320);
  });

  it('an answer names the incident, and who has it', () => {
    const incident = {
      number: 1042,
      serviceName: 'checkout-api',
      assignee: { name: 'Bo' },
      escalation: { step: 2 },
    } as Parameters<typeof answeredWords>[1];
    for (const action of ['acknowledge', 'escalate'] as const) {
      for (const changed of [true, false]) {
        const words = answeredWords(action, incident, changed, locale);
        expect(words).toMatch(/#1042.*checkout-api|checkout-api.*#1042/);
        expect(words.length).toBeLessThanOrEqual(160);
      }
    }
    expect(answeredWords('acknowledge', incident, false, locale)).toContain('Bo');
  });
});

it.each(['de', 'es'])('a text message in %s of plain words stays within GSM-7', (locale) => {
  const { text } = renderMessage('sms', pageContent({ recipient: to(locale), why: '' }), links);
  expect(text).toMatch(/^[\x20-\x7eäöüÄÖÜßñéèàù§¿¡]+$/);
});
