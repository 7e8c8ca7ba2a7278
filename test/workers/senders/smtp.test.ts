import { connect } from 'node:net';
import { describe, expect, inject, it } from 'vitest';
import { smtpSender } from '../../../workers/senders/email/smtp';
import { resultOfSmtpError } from '../../../workers/senders/email/smtp-errors';
import type { FakeMail } from '../../fakes/smtp';
import { outgoing } from './message';

const server = inject('smtp');
const settings = {
  host: '127.0.0.1',
  port: server.port,
  user: server.user,
  pass: server.pass,
  secure: 'off',
  from: 'OpsKnight <pager@ops.example.test>',
} as const;

async function mailsWith(messageId: string): Promise<FakeMail[]> {
  const socket = connect({ host: '127.0.0.1', port: server.mailsPort });
  let json = '';
  for await (const chunk of socket) json += String(chunk);
  const mails: FakeMail[] = JSON.parse(json);
  return mails.filter((mail) => mail.messageId === messageId);
}

describe('smtpSender', () => {
  it('delivers both parts, from, to and one Message-ID of the notification', async () => {
    const message = outgoing({ id: 'ntf_plain' });
    expect(await smtpSender(settings).send(message)).toEqual({
      outcome: 'sent',
      providerId: '<ntf_plain@ops.example.test>',
    });
    const [mail] = await mailsWith('<ntf_plain@ops.example.test>');
    expect(mail).toMatchObject({
      envelope: { from: 'pager@ops.example.test', to: ['bo@example.test'] },
      from: '"OpsKnight" <pager@ops.example.test>',
      to: '"Bo" <bo@example.test>',
      subject: message.subject,
      text: message.text,
      html: message.html,
    });
    expect(mail?.headers).toMatchObject({ 'auto-submitted': 'Auto-Submitted: auto-generated' });
  });

  it('keeps unicode, lone dots, long lines and names with CR LF what they are: words', async () => {
    const message = outgoing({
      id: 'ntf_hostile',
      subject: '[P1] Größe ✓ 結帳 \r\nBcc: eve@evil.test',
      text: `.\n..\n.end\n${'x'.repeat(5000)}\nÜmläut\n`,
      recipientName: 'Bo "B", <eve@evil.test>\r\nBcc: eve@evil.test',
    });
    expect((await smtpSender(settings).send(message)).outcome).toBe('sent');
    const [mail] = await mailsWith('<ntf_hostile@ops.example.test>');
    expect(mail?.envelope.to).toEqual(['bo@example.test']);
    expect(mail?.headers).not.toHaveProperty('bcc');
    expect(mail?.subject).toContain('Größe ✓ 結帳');
    expect(mail?.text).toBe(message.text);
    expect(mail?.longestLine).toBeLessThanOrEqual(998);
  });

  it.each([
    ['rcpt-550', { outcome: 'failed', cause: 'recipient' }],
    ['rcpt-450', { outcome: 'failed-temporarily' }],
    ['data-554', { outcome: 'failed', cause: 'message' }],
    ['data-451', { outcome: 'failed-temporarily' }],
    ['reset', { outcome: 'failed-temporarily' }],
  ])('answers %s with %j', async (name, expected) => {
    expect(await smtpSender(settings).send(outgoing({ to: `${name}@example.test` }))).toMatchObject(expected);
  });

  it('gives a silent server up after its time', async () => {
    const result = await smtpSender(settings, 300).send(outgoing({ to: 'silent@example.test' }));
    expect(result).toEqual({
      outcome: 'failed-temporarily',
      error: 'smtp: no answer in time',
      retryAfterSeconds: null,
    });
  });

  it('calls a refused login our set-up, and names no password', async () => {
    const result = await smtpSender({ ...settings, pass: 'sesame-7' }).send(outgoing());
    expect(result).toMatchObject({ outcome: 'failed', cause: 'setup' });
    expect(JSON.stringify(result)).not.toContain('sesame-7');
  });

  it.each(['starttls', 'tls'] as const)('never falls back to plain text when %s is not to be had', async (secure) => {
    const message = outgoing({ id: `ntf_plain_${secure}` });
    expect((await smtpSender({ ...settings, secure }).send(message)).outcome).not.toBe('sent');
    expect(await mailsWith(`<${message.id}@ops.example.test>`)).toEqual([]);
  });

  it('calls an unreachable server a temporary failure', async () => {
    expect(await smtpSender({ ...settings, port: 1 }).send(outgoing())).toMatchObject({
      outcome: 'failed-temporarily',
    });
  });
});

describe('resultOfSmtpError', () => {
  const error = (facts: { responseCode?: number; command?: string; response?: string; code?: string }) =>
    Object.assign(new Error('Failed'), facts);

  it.each([
    [{ responseCode: 421, command: 'CONN' }, 'failed-temporarily'],
    [{ responseCode: 454, command: 'AUTH PLAIN', code: 'EAUTH' }, 'failed-temporarily'],
    [{ responseCode: 452, command: 'RCPT TO' }, 'failed-temporarily'],
    [{ code: 'ECONNECTION' }, 'failed-temporarily'],
    [{ code: 'ETIMEDOUT' }, 'failed-temporarily'],
    [{ code: 'ETLS' }, 'failed-temporarily'],
    [{ code: 'EAUTH' }, 'setup'],
    [{ code: 'EMESSAGE' }, 'message'],
    [{ responseCode: 554, command: 'CONN' }, 'setup'],
    [{ responseCode: 502, command: 'STARTTLS', code: 'ETLS' }, 'setup'],
    [{ responseCode: 535, command: 'AUTH LOGIN', code: 'EAUTH' }, 'setup'],
    [{ responseCode: 553, command: 'MAIL FROM' }, 'setup'],
    [{ responseCode: 550, command: 'RCPT TO', response: '550 5.1.1 no such user' }, 'recipient'],
    [{ responseCode: 550, command: 'RCPT TO', response: '550 5.7.1 relaying denied' }, 'setup'],
    [{ responseCode: 550, command: 'DATA', response: '550 no such user' }, 'recipient'],
    [{ responseCode: 552, command: 'DATA' }, 'message'],
    [{ responseCode: 554, command: 'DATA' }, 'message'],
  ])('reads %j as %s', (facts, expected) => {
    const result = resultOfSmtpError(error(facts));
    expect(result.outcome === 'failed' ? result.cause : result.outcome).toBe(expected);
  });

  it('takes anything that is thrown', () => {
    for (const thrown of [undefined, null, 'text', { responseCode: 'x' }]) {
      expect(resultOfSmtpError(thrown).outcome).toBe('failed-temporarily');
    }
  });
});
