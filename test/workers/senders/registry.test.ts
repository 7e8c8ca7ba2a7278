import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { CHANNELS, type Channel } from '../../../domain/notification/channels';
import { type Config, configOf } from '../../../workers/config';
import type { Env } from '../../../workers/env';
import { reasonUnusable, sendersFor, usableChannels } from '../../../workers/senders/registry';
import { AWS, RESEND, SENDGRID, SLACK, SMTP, TWILIO, WHATSAPP } from './variables';

const configWith = (variables: Partial<Env>): Config =>
  configOf({ ...(env as Env), APP_URL: 'https://ops.example.test', ...variables });

const providers = (variables: Partial<Env>, channel: Channel): string[] =>
  sendersFor(env as Env, configWith(variables), channel).map(({ provider }) => provider);

const LOCAL = { APP_URL: 'http://127.0.0.1:8787' };

describe('sendersFor', () => {
  it.each<[Partial<Env>, Channel, string[]]>([
    [{}, 'email', []],
    [RESEND, 'email', ['resend']],
    [SMTP, 'email', ['smtp']],
    [{ ...RESEND, ...SMTP }, 'email', ['resend', 'smtp']],
    [{ ...AWS, ...SMTP, ...SENDGRID, ...RESEND }, 'email', ['resend', 'sendgrid', 'smtp', 'ses']],
    [{ ...RESEND, ...SMTP, EMAIL_PROVIDERS: 'smtp,resend' }, 'email', ['smtp', 'resend']],
    [{ ...RESEND, ...SMTP, EMAIL_PROVIDERS: ' ses, sendgrid ,smtp,smtp' }, 'email', ['smtp']],
    [{}, 'sms', []],
    [{ ...AWS, ...TWILIO }, 'sms', ['twilio', 'sns']],
    [{ ...AWS, ...TWILIO, SMS_PROVIDERS: 'sns,twilio' }, 'sms', ['sns', 'twilio']],
    [{ ...AWS, ...TWILIO, SMS_PROVIDERS: 'sns' }, 'sms', ['sns']],
    [{ ...AWS, ...TWILIO }, 'voice', ['twilio']],
    [{ ...TWILIO, TWILIO_FROM: 'OpsKnight' }, 'voice', []],
    [{ ...TWILIO, TWILIO_FROM: 'OpsKnight' }, 'sms', ['twilio']],
    [TWILIO, 'whatsapp', []],
    [{ ...TWILIO, ...WHATSAPP }, 'whatsapp', ['twilio']],
    [SLACK, 'slack', ['slack']],
    [{ SLACK_SIGNING_SECRET: 'x' }, 'slack', []],
    [LOCAL, 'email', ['outbox']],
    [{ ...LOCAL, ...SMTP }, 'email', ['smtp']],
    [{ ...LOCAL, ...SMTP }, 'sms', ['outbox']],
    [{ ...LOCAL, ...TWILIO, ...SLACK }, 'push', ['outbox']],
  ])('with %j sends %s by %j', (variables, channel, expected) => {
    expect(providers(variables, channel)).toEqual(expected);
  });
});

describe('usableChannels', () => {
  it('are all of them on loopback, and elsewhere those with a provider', () => {
    expect(usableChannels(configWith({ APP_URL: 'http://localhost:8787' }))).toEqual([...CHANNELS]);
    expect(usableChannels(configWith(RESEND))).toEqual(['email']);
    expect(usableChannels(configWith({ ...TWILIO, ...WHATSAPP, ...SLACK }))).toEqual([
      'sms',
      'voice',
      'whatsapp',
      'slack',
    ]);
    expect(usableChannels(configWith({}))).toEqual([]);
  });
});

describe('reasonUnusable', () => {
  it('names the variable that is missing', () => {
    const half = { ...TWILIO, ...WHATSAPP, TWILIO_WHATSAPP_CONTENT_SID: '', TWILIO_FROM: 'OpsKnight' };
    expect(reasonUnusable(configWith(half), 'whatsapp')).toMatch(/TWILIO_WHATSAPP_CONTENT_SID is missing$/);
    expect(reasonUnusable(configWith(half), 'voice')).toMatch(/TWILIO_FROM is not a number that can call$/);
    expect(reasonUnusable(configWith({}), 'voice')).toBe('no provider is set up for voice');
  });
});
