import { env } from 'cloudflare:workers';
import { describe, expect, it } from 'vitest';
import { CHANNELS } from '../../../domain/notification/channels';
import { type Config, configOf } from '../../../workers/config';
import type { Env } from '../../../workers/env';
import { sendersFor, usableChannels } from '../../../workers/senders/registry';

const configWith = (variables: Partial<Env>): Config =>
  configOf({ ...(env as Env), APP_URL: 'https://ops.example.test', ...variables });

const providers = (variables: Partial<Env>): string[] =>
  sendersFor(env as Env, configWith(variables), 'email').map(({ provider }) => provider);

const RESEND = { RESEND_API_KEY: 're_1' };
const SMTP = { SMTP_HOST: 'mail.example.test' };

describe('sendersFor', () => {
  it.each<[Partial<Env>, string[]]>([
    [{}, []],
    [RESEND, ['resend']],
    [SMTP, ['smtp']],
    [{ ...RESEND, ...SMTP }, ['resend', 'smtp']],
    [{ ...RESEND, ...SMTP, EMAIL_PROVIDERS: 'smtp,resend' }, ['smtp', 'resend']],
    [{ ...RESEND, ...SMTP, EMAIL_PROVIDERS: 'smtp, constructor,pigeon' }, ['smtp']],
    [{ APP_URL: 'http://127.0.0.1:8787' }, ['outbox']],
    [{ APP_URL: 'http://127.0.0.1:8787', ...SMTP }, ['smtp']],
  ])('with %j sends mail by %j', (variables, expected) => {
    expect(providers(variables)).toEqual(expected);
  });
});

describe('usableChannels', () => {
  it('are all of them on loopback, and elsewhere those with a provider', () => {
    expect(usableChannels(configWith({ APP_URL: 'http://localhost:8787' }))).toEqual([...CHANNELS]);
    expect(usableChannels(configWith(RESEND))).toEqual(['email']);
    expect(usableChannels(configWith({}))).toEqual([]);
  });
});
