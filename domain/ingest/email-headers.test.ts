import { describe, expect, it } from 'vitest';
import { eventFrom } from './testing/request';

describe('mail as its forwarders send it', () => {
  it.each<[string, unknown, object?]>([
    [
      'CloudMailin',
      { headers: { subject: 'Problem: Disk', from: 'm@x' }, envelope: { to: 'in+db1@x' }, plain: 'full' },
    ],
    [
      'Postmark',
      { From: 'm@x', To: 'in@x', OriginalRecipient: 'in+db1@x', Subject: 'Problem: Disk', TextBody: 'full' },
    ],
    ['SendGrid', { from: 'm@x', to: 'in@x', subject: 'Problem: Disk', text: 'full', envelope: '{"to":["in+db1@x"]}' }],
  ])('%s', (_name, body) => {
    expect(eventFrom('email', body)).toMatchObject({ dedupKey: 'tag:db1', title: 'Disk', description: 'full' });
  });

  it.each<[string, object]>([
    ['Mailgun', { 'message-headers': '[["Auto-Submitted","auto-replied (vacation)"]]' }],
    ['Postmark', { Headers: [{ Name: 'Auto-Submitted', Value: 'auto-replied' }] }],
    ['SendGrid', { headers: 'Received: x\r\n y\r\nAuto-Submitted: auto-replied\r\n' }],
    ['a bounce', { headers: 'Content-Type: multipart/report; report-type=delivery-status' }],
  ])('an automatic reply pages nobody: %s', (_name, extra) => {
    expect(eventFrom('email', { from: 'a@x', subject: 'Away', ...extra }).action).toBe('ignored');
    expect(eventFrom('email', { from: 'a@x', subject: 'Away', headers: 'Subject: Other' })).toMatchObject({
      action: 'trigger',
      title: 'Away',
    });
  });

  it('keeps a character whose bytes stand in two encoded words', () => {
    const raw = 'From: m@x\nSubject: =?UTF-8?B?8J+U?= =?utf-8?B?pSBEaXNr?= =?iso-8859-1?Q?_=FCber?= 90 %\n\nfull';
    expect(eventFrom('email', raw, { contentType: 'message/rfc822' }).title).toBe('🔥 Disk über 90 %');
  });
});
