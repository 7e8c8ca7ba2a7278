import { describe, expect, it } from 'vitest';
import { htmlText } from './html-text';
import { readMail } from './mime';
import { decodeWords } from './mime-words';
import { eventFrom } from './testing/request';

const mail = (subject: string, extra = '', text = 'Hello') =>
  `From: m@example.com\r\nTo: intake@example.com\r\nSubject: ${subject}\r\n${extra}\r\n${text}`;
const read = (subject: string, extra = '') =>
  eventFrom('email', mail(subject, extra), { contentType: 'message/rfc822' });

describe('email', () => {
  it.each([
    ['[FIRING:3] Disk full (a b)', '[RESOLVED] Disk full (c (d))', 'Disk full'],
    ['Problem: High CPU', 'Resolved in 5m 3s: High CPU', 'High CPU'],
    ['ALARM: "db" in EU (Ireland)', 'OK: "db" in EU (Ireland)', '"db" in EU (Ireland)'],
    ['** PROBLEM Service Alert: web/HTTP is CRITICAL **', '** RECOVERY Service Alert: web/HTTP is OK **', 'web/HTTP'],
    ['[PROBLEM] HTTP on web is CRITICAL!', '[RECOVERY] HTTP on web is OK!', 'HTTP on web'],
    ['Monitor is DOWN: Shop', 'Monitor is UP: Shop', 'Shop'],
    ['[Monitor Alert] Triggered: Memory', 'Re: Fwd: [Monitor Alert] Recovered: Memory', 'Memory'],
    ['Disk full', 'RESOLVED: Disk full', 'Disk full'],
  ])('%s / %s are one alert', (begins, ends, name) => {
    expect(read(begins)).toMatchObject({ action: 'trigger', dedupKey: `subject:${name}` });
    expect(read(ends)).toMatchObject({ action: 'resolve', dedupKey: `subject:${name}` });
  });

  it.each(['Unresolved: Disk full', 'Not resolved', 'Nothing is OK: help', 'The problem is resolved', 'resolved', ''])(
    'is a trigger unless the first word says otherwise: "%s"',
    (subject) => {
      expect(read(subject).action).toBe('trigger');
      expect(read(subject).title).not.toBe('');
    },
  );

  it('goes by the tag in the recipient', () => {
    expect(read('Anything', 'Delivered-To: <intake+db-1@example.com>\r\n').dedupKey).toBe('tag:db-1');
  });

  it('lets no automatic reply page anyone', () => {
    expect(read('Out of office', 'Auto-Submitted: auto-replied\r\n')).toMatchObject({
      action: 'ignored',
      reason: 'automatic reply',
    });
    expect(read('Bounce', 'Content-Type: multipart/report; boundary=x\r\n').action).toBe('ignored');
    expect(read('[FIRING:1] x', 'Auto-Submitted: auto-generated\r\n').action).toBe('trigger');
  });

  it('reads SendGrid and Postmark', () => {
    const sendgrid =
      '--x\r\nContent-Disposition: form-data; name="subject"\r\n\r\nRESOLVED: Disk\r\n--x\r\nContent-Disposition: form-data; name="to"\r\n\r\nintake@example.com\r\n--x--';
    expect(eventFrom('email', sendgrid, { contentType: 'multipart/form-data; boundary=x' })).toMatchObject({
      action: 'resolve',
      dedupKey: 'subject:Disk',
    });
    expect(
      eventFrom('email', { Subject: 'Disk', From: 'a@b.c', TextBody: 'full', OriginalRecipient: 'i+x@b.c' }),
    ).toMatchObject({ dedupKey: 'tag:x', description: 'full' });
  });
});

describe('MIME', () => {
  it('decodes words and folded headers', () => {
    expect(decodeWords('=?utf-8?q?Gr=C3=B6=C3=9Fe?= =?UTF-8?B?IPCflKU=?= x')).toBe('Größe 🔥 x');
    expect(decodeWords('=?nonsense?B?%%%?= =?iso-8859-1?Q?=FC?=')).toContain('ü');
    expect(readMail('Subject: a\n b\n\tc\n\nx').subject).toBe('a b c');
  });

  it('prefers plain text, reads nested parts and leaves attachments out', () => {
    const raw = [
      'Content-Type: multipart/mixed; boundary="o"',
      '',
      '--o',
      'Content-Type: multipart/alternative; boundary=i',
      '',
      '--i',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      'R3LDtsOfZQ==',
      '--i',
      'Content-Type: text/html',
      '',
      '<b>no</b>',
      '--i--',
      '--o',
      'Content-Type: text/plain',
      'Content-Disposition: attachment; filename=x',
      '',
      'secret',
      '--o--',
    ].join('\r\n');
    expect(readMail(raw).text).toBe('Größe');
  });

  it('survives broken mails', () => {
    for (const raw of [
      '',
      'x',
      'Content-Type: multipart/mixed; boundary=\n\n--',
      'Content-Type: multipart/x; boundary=a\n\n--a\n--a\n--a',
      `A: b\n${'--a\n'.repeat(500)}`,
    ])
      expect(() => readMail(raw)).not.toThrow();
    const deep = Array.from(
      { length: 50 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\n\n--b${i}\n`,
    ).join('');
    expect(() => readMail(deep)).not.toThrow();
  });

  it('turns HTML into text', () => {
    expect(
      htmlText(
        '<head><title>t</title></head><style>p{}</style><p>a&nbsp;&lt;b&gt;<br>c &#8364; &constructor; &#x110000;</p><script>x()</script>d',
      ),
    ).toBe('a <b>\nc € &constructor; &#x110000;\nd');
    expect(htmlText('<style>never closed <p>text')).toContain('text');
  });
});
