import { describe, expect, it } from 'vitest';
import { renderMessage } from './render';
import { hostileContent, pageContent } from './testing/contents';
import { renderTwiml } from './twiml';

const elementsOf = (twiml: string): string[] => [...twiml.matchAll(/<(\/?\w+)/g)].map(([, name]) => name ?? '');

describe('renderTwiml', () => {
  it('calls as it did before', () => {
    expect(renderTwiml(renderMessage('voice', pageContent()).text)).toMatchSnapshot();
  });

  it('makes hostile words inert', () => {
    const twiml = renderTwiml(renderMessage('voice', hostileContent()).text);
    expect(new Set(elementsOf(twiml))).toEqual(new Set(['Response', 'Pause', 'Say', '/Say', 'Hangup', '/Response']));
    expect(twiml).toContain('&lt;Say&gt;hi&lt;/Say&gt;');
    expect(twiml.replaceAll(/&(amp|lt|gt|quot|apos);/g, '')).not.toContain('&');
  });

  it.each([
    ['a few words', 'Error rate.', 3],
    ['many words', 'word '.repeat(300), 2],
    ['more than can be said', 'word '.repeat(3000), 1],
    ['ampersands alone', '&'.repeat(9000), 1],
    ['quotes that do not fit once', '"'.repeat(700), 1],
    ['control characters', '\u0000\u0007\u001b\ud800 a', 3],
    ['nothing', ' \n', 3],
  ])('says %s within 4,000 characters', (_, text, times) => {
    const twiml = renderTwiml(text);
    expect(twiml.length).toBeLessThanOrEqual(4000);
    expect(elementsOf(twiml).filter((name) => name === 'Say')).toHaveLength(times);
    expect(twiml.isWellFormed()).toBe(true);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them
    expect(twiml).not.toMatch(/[\u0000-\u001f]/);
  });
});
