import { describe, expect, it } from 'vitest';
import { renderMessage } from './render';
import { hostileContent, pageContent } from './testing/contents';

const token = 'A'.repeat(64);
const links = {
  acknowledge: `https://ops.example.test/r/${token}`,
  escalate: `https://ops.example.test/r/${token.toLowerCase()}`,
};

describe('what can be answered with one tap', () => {
  it('stands in a mail as its first link, in words and in HTML', () => {
    const { text, html } = renderMessage('email', pageContent(), links);
    expect(text).toContain(`Acknowledge: ${links.acknowledge}\nOpen the incident: https://`);
    expect(html?.indexOf(`href="${links.acknowledge}"`)).toBeLessThan(html?.indexOf('/incidents/inc_1') ?? 0);
  });

  it('is the one link of a text message, which keeps its length', () => {
    const { text } = renderMessage('sms', pageContent(), links);
    expect(text).toMatch(/^P1 #1042 checkout-api: .* Ack: https:\/\/ops\.example\.test\/r\/A{64}$/);
    expect(text).not.toContain('/incidents/');
    expect(renderMessage('sms', hostileContent(), links).text.length).toBeLessThanOrEqual(320);
  });

  it.each(['email', 'sms', 'whatsapp', 'push'] as const)('is not offered by %s once it is over', (channel) => {
    const resolved = pageContent({ intent: 'resolved' });
    expect(JSON.stringify(renderMessage(channel, resolved, links))).not.toContain('/r/');
  });
});
