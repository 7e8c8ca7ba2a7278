import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../notification/channels';
import type { MessageContent } from './content';
import { renderContent } from './render';

const names = { organisation: 'Acme', recipientName: 'Bo', locale: 'en' };
const url = 'https://ops.example.test/accept/abc';
const contents: MessageContent[] = [
  { ...names, kind: 'invitation', invitedBy: 'Ada', url },
  { ...names, kind: 'password-reset', url },
  { ...names, kind: 'verification-code', code: '042917' },
  { ...names, kind: 'contact-method-test' },
];

describe.each(contents.map((content) => [content.kind, content] as const))('the message %s', (kind, content) => {
  it('says in a mail the same in text and HTML', () => {
    const { subject, text, html } = renderContent('email', content);
    expect(subject).toMatch(/OpsKnight/);
    expect(text).toMatch(/^Hello Bo,\n\n/);
    expect(text).toMatch(/Sent by OpsKnight for Acme\.\n$/);
    for (const said of 'url' in content ? [content.url] : 'code' in content ? [content.code] : ['This is a test']) {
      expect(text).toContain(said);
      expect(html).toContain(said);
    }
  });

  it('is one line elsewhere, and never secret in a subject', () => {
    for (const channel of CHANNELS.filter((one) => one !== 'email')) {
      const { subject, text, html } = renderContent(channel, content);
      expect(text).not.toContain('\n');
      expect(text.length).toBeLessThan(300);
      expect(html).toBeNull();
      expect(subject ?? '').not.toContain('042917');
    }
    expect(renderContent('email', content).subject).not.toContain('042917');
  });

  it('is heard without addresses', () => {
    const { text } = renderContent('voice', content);
    expect(text).toMatch(/^This is OpsKnight\. /);
    expect(text).not.toContain('http');
    if (kind === 'verification-code') expect(text).toContain('0, 4, 2, 9, 1, 7');
  });
});

describe('names that want to be more than names (RELIABILITY B10)', () => {
  const evil = '<!channel> <img src=x>\r\nBcc: all@example.test\u202e&';
  const content: MessageContent = {
    kind: 'invitation',
    organisation: evil,
    recipientName: evil,
    locale: 'en',
    invitedBy: evil,
    url,
  };

  it('stay words', () => {
    const mail = renderContent('email', content);
    expect(mail.subject).not.toMatch(/[\r\n\u202e]/);
    expect(mail.html).not.toContain('<img');
    expect(mail.html).toContain('&lt;img src=x&gt;');
    expect(renderContent('slack', content).text).not.toContain('<!channel>');
    expect(renderContent('sms', content).text).not.toMatch(/[\r\n\u202e]/);
  });
});
