import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { configOf } from '../../../workers/config';
import type { Env } from '../../../workers/env';
import { AWS, TWILIO, WHATSAPP } from './variables';

const read = (variables: Partial<Env>) =>
  configOf({ ...(env as Env), APP_URL: 'https://ops.example.test', ...variables });

const without = (variables: Record<string, string>, name: string): Partial<Env> => ({ ...variables, [name]: '' });

describe('variables of providers', () => {
  it('know where the providers live, without a slash at the end', () => {
    const { aws, twilio, slack } = read({ ...AWS, ...TWILIO, ...WHATSAPP, SLACK_API_URL: 'http://127.0.0.1:9/api/' });
    expect(aws).toMatchObject({
      sesEndpoint: 'https://email.eu-central-1.amazonaws.com',
      snsEndpoint: 'https://sns.eu-central-1.amazonaws.com',
      sesConfigurationSet: null,
    });
    expect(twilio).toMatchObject({
      baseUrl: 'https://api.twilio.com',
      whatsapp: { from: '+15005550006', contentSid: WHATSAPP.TWILIO_WHATSAPP_CONTENT_SID },
    });
    expect(slack.apiUrl).toBe('http://127.0.0.1:9/api');
    expect(read({})).toMatchObject({ aws: null, twilio: null, smtp: null, slack: { botToken: null, client: null } });
  });

  it.each<[Partial<Env>, string]>([
    [
      { EMAIL_PROVIDERS: 'resend,pigeon' },
      'EMAIL_PROVIDERS: "pigeon" is no provider; there are resend, sendgrid, smtp, ses',
    ],
    [{ EMAIL_PROVIDERS: 'constructor' }, 'EMAIL_PROVIDERS: "constructor" is no provider'],
    [{ SMS_PROVIDERS: 'twilio,,sns' }, 'SMS_PROVIDERS: "" is no provider; there are twilio, sns'],
    [{ SMS_PROVIDERS: 'smtp' }, 'SMS_PROVIDERS: "smtp" is no provider'],
    [without(AWS, 'AWS_ACCESS_KEY_ID'), 'AWS_ACCESS_KEY_ID is missing: AWS_SECRET_ACCESS_KEY is set and needs it'],
    [without(AWS, 'AWS_SECRET_ACCESS_KEY'), 'AWS_SECRET_ACCESS_KEY is missing'],
    [without(AWS, 'AWS_REGION'), 'AWS_REGION is missing'],
    [{ SES_CONFIGURATION_SET: 'pages' }, 'AWS_ACCESS_KEY_ID is missing'],
    [{ SMTP_PORT: '587' }, 'SMTP_HOST is missing'],
    [{ SMTP_HOST: 'mail.example.test', SMTP_USER: 'bo' }, 'SMTP_PASS is missing'],
    [{ SMTP_HOST: 'mail.example.test', SMTP_PASS: 'x' }, 'SMTP_USER is missing'],
    [without(TWILIO, 'TWILIO_ACCOUNT_SID'), 'TWILIO_ACCOUNT_SID is missing'],
    [without(TWILIO, 'TWILIO_AUTH_TOKEN'), 'TWILIO_AUTH_TOKEN is missing'],
    [without(TWILIO, 'TWILIO_FROM'), 'TWILIO_FROM is missing'],
    [WHATSAPP, 'TWILIO_ACCOUNT_SID is missing'],
    [without({ ...TWILIO, ...WHATSAPP }, 'TWILIO_WHATSAPP_FROM'), 'TWILIO_WHATSAPP_FROM is missing'],
    [{ SLACK_CLIENT_ID: '1.2' }, 'SLACK_CLIENT_SECRET is missing'],
    [{ ...TWILIO, TWILIO_ACCOUNT_SID: 'SK1' }, 'TWILIO_ACCOUNT_SID: must be AC'],
    [{ ...TWILIO, TWILIO_FROM: '030 123456' }, 'TWILIO_FROM: must be'],
    [{ ...AWS, AWS_REGION: 'Frankfurt' }, 'AWS_REGION: must be'],
    [{ SENDGRID_BASE_URL: 'sendgrid.example.test' }, 'SENDGRID_BASE_URL: '],
    [{ ALLOW_LOOPBACK_WEBHOOKS: '1' }, 'ALLOW_LOOPBACK_WEBHOOKS is for tests'],
    [{ ALLOW_LOOPBACK_WEBHOOKS: 'yes' }, 'ALLOW_LOOPBACK_WEBHOOKS: '],
  ])('%j stop with "%s"', (variables, words) => {
    expect(() => read(variables)).toThrow(`Configuration: ${words}`);
  });

  it('take a part that is of no use by itself, and a WhatsApp number that still waits for its template', () => {
    expect(read({ AWS_REGION: 'us-east-1', RESEND_BASE_URL: 'http://127.0.0.1:9' })).toMatchObject({
      aws: null,
      resend: null,
    });
    const { twilio } = read(without({ ...TWILIO, ...WHATSAPP }, 'TWILIO_WHATSAPP_CONTENT_SID'));
    expect(twilio?.whatsapp).toEqual({ from: '+15005550006', contentSid: null });
    expect(read(without({ ...TWILIO, ...WHATSAPP }, 'TWILIO_FROM')).twilio?.from).toBeNull();
  });

  it('let webhooks reach loopback only where the product is not on https', () => {
    const local = { APP_URL: 'http://127.0.0.1:8787' };
    expect(read({ ...local, ALLOW_LOOPBACK_WEBHOOKS: '1' }).allowLoopbackWebhooks).toBe(true);
    expect(read({ ...local, ALLOW_LOOPBACK_WEBHOOKS: '0' }).allowLoopbackWebhooks).toBe(false);
    expect(read(local).allowLoopbackWebhooks).toBe(false);
  });
});
