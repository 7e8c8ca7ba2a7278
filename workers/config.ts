import * as z from 'zod';
import { readVapidSubject, type VapidSubject } from '../domain/notification/vapid-subject';
import { CONFIG_VARIABLES, type ConfigVariable, type Env } from './env';

const blankAsMissing = (value: unknown) => (value === '' ? undefined : value);
const text = z.preprocess(blankAsMissing, z.string().optional());
const address = z.preprocess(blankAsMissing, z.url({ protocol: /^https?$/ }).optional());
const matching = (pattern: RegExp, problem: string) =>
  z.preprocess(blankAsMissing, z.string().regex(pattern, problem).optional());

export const EMAIL_PROVIDERS = ['resend', 'sendgrid', 'smtp', 'ses'] as const;
export type EmailProvider = (typeof EMAIL_PROVIDERS)[number];
export const SMS_PROVIDERS = ['twilio', 'sns'] as const;
export type SmsProvider = (typeof SMS_PROVIDERS)[number];

const TWILIO_SENDER = /^(\+[1-9]\d{6,14}|MG[0-9a-fA-F]{32}|\d{3,8}|(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11})$/;

/** Names in the order they are tried; an unknown one is an error that tells the known ones. */
const orderOf = <Name extends string>(known: readonly Name[]) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() !== '' ? value.split(',').map((name) => name.trim()) : known),
    z
      .array(
        z.enum(known, { error: ({ input }) => `"${String(input)}" is no provider; there are ${known.join(', ')}` }),
      )
      .transform((names) => [...new Set(names)]),
  );

const variables = z.object({
  APP_URL: z.preprocess(blankAsMissing, z.url().default('http://127.0.0.1:8787')),
  APP_SECRETS: z
    .string({ error: 'APP_SECRETS is missing: set "v1:" and 32 random bytes in base64, newest key first' })
    .regex(/^v\d+:[A-Za-z0-9+/_=-]{43,}(,v\d+:[A-Za-z0-9+/_=-]{43,})*$/, 'APP_SECRETS must read "v2:base64,v1:base64"'),
  MAIL_FROM: z.preprocess(blankAsMissing, z.string().default('OpsKnight <pager@localhost>')),
  SETUP_TOKEN: text,
  EMAIL_PROVIDERS: orderOf(EMAIL_PROVIDERS),
  SMS_PROVIDERS: orderOf(SMS_PROVIDERS),
  RESEND_API_KEY: text,
  RESEND_BASE_URL: address,
  RESEND_WEBHOOK_SECRET: text,
  SENDGRID_API_KEY: text,
  SENDGRID_BASE_URL: address,
  SENDGRID_WEBHOOK_PUBLIC_KEY: text,
  AWS_ACCESS_KEY_ID: text,
  AWS_SECRET_ACCESS_KEY: text,
  AWS_REGION: matching(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be a region such as eu-central-1'),
  SES_CONFIGURATION_SET: matching(/^[A-Za-z0-9_-]{1,64}$/, 'takes letters, digits, _ and - only'),
  SES_ENDPOINT: address,
  SNS_ENDPOINT: address,
  SMTP_HOST: text,
  SMTP_PORT: z.preprocess(blankAsMissing, z.coerce.number().int().min(1).max(65535).optional()),
  SMTP_USER: text,
  SMTP_PASS: text,
  SMTP_SECURE: z.preprocess(blankAsMissing, z.enum(['starttls', 'tls', 'off']).optional()),
  TWILIO_ACCOUNT_SID: matching(/^AC[0-9a-fA-F]{32}$/, 'must be AC and 32 hexadecimal digits'),
  TWILIO_AUTH_TOKEN: text,
  TWILIO_FROM: matching(TWILIO_SENDER, 'must be a number such as +4930123456, a short code, a name or an MG… SID'),
  TWILIO_WHATSAPP_FROM: matching(/^(whatsapp:)?\+[1-9]\d{6,14}$/, 'must be a number such as whatsapp:+4930123456'),
  TWILIO_WHATSAPP_CONTENT_SID: matching(/^HX[0-9a-fA-F]{32}$/, 'must be HX and 32 hexadecimal digits'),
  TWILIO_BASE_URL: address,
  SLACK_CLIENT_ID: text,
  SLACK_CLIENT_SECRET: text,
  SLACK_SIGNING_SECRET: text,
  SLACK_BOT_TOKEN: text,
  SLACK_API_URL: address,
  VAPID_SUBJECT: text,
  HEARTBEAT_URL: z.preprocess(blankAsMissing, z.url().optional()),
  CLOUDFLARE_ZONE_ID: matching(/^[0-9a-f]{32}$/, 'must be 32 hexadecimal digits'),
  CLOUDFLARE_PURGE_TOKEN: text,
  ALLOW_LOOPBACK_WEBHOOKS: z.preprocess(blankAsMissing, z.enum(['0', '1']).optional()),
  FAULT_D1: z.preprocess(blankAsMissing, z.enum(['fail', 'slow', 'commit-then-fail']).optional()),
  FAULT_QUEUE: z.preprocess(blankAsMissing, z.coerce.number().min(0).max(100).optional()),
});
type Variables = z.output<typeof variables>;

export type Config = {
  appUrl: string;
  /** True while `appUrl` is loopback: only then do the local outbox and the test faults exist (SEMANTICS 7). */
  isLocal: boolean;
  /** Keys for signing and encryption, newest first. */
  secrets: { id: string; key: string }[];
  mailFrom: string;
  setupToken: string | null;
  /** The order within a channel, with fail-over to the next; those that are not set up are left out when sending. */
  emailProviders: EmailProvider[];
  smsProviders: SmsProvider[];
  resend: { apiKey: string; baseUrl: string; webhookSecret: string | null } | null;
  sendgrid: { apiKey: string; baseUrl: string; webhookPublicKey: string | null } | null;
  /** Amazon SES and SNS share the key. Endpoints are without a slash at the end. */
  aws: {
    accessKeyId: string;
    secretAccessKey: string;
    region: string;
    sesEndpoint: string;
    snsEndpoint: string;
    sesConfigurationSet: string | null;
  } | null;
  smtp: {
    host: string;
    port: number;
    user: string | null;
    pass: string | null;
    secure: 'starttls' | 'tls' | 'off';
  } | null;
  /**
   * `from` is an E.164 number, a short code, a sender's name or the SID of a messaging service; `whatsapp.from` is an
   * E.164 number. WhatsApp takes pages only as an approved template: without `contentSid` the channel is off.
   */
  twilio: {
    accountSid: string;
    authToken: string;
    baseUrl: string;
    from: string | null;
    whatsapp: { from: string; contentSid: string | null } | null;
  } | null;
  /** `botToken` sends; `signingSecret` checks what Slack sends; the client is for installing by OAuth. */
  slack: {
    apiUrl: string;
    botToken: string | null;
    signingSecret: string | null;
    client: { id: string; secret: string } | null;
  };
  /** Whom push services may write to about our pushes; Web Push is on with a right one. Null: none was given. */
  vapidSubject: VapidSubject | null;
  heartbeatUrl: string | null;
  /** Whose cache is told when a status page has changed. */
  purge: { zoneId: string; token: string } | null;
  /** Tests only: outgoing webhooks and pushes may go to loopback and by http. */
  allowLoopbackWebhooks: boolean;
  faults: { d1: 'fail' | 'slow' | 'commit-then-fail' | null; queue: number };
};

const isLoopback = (url: string): boolean => /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(new URL(url).hostname);
const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

/** What a provider cannot do without, once one of `signs` shows that somebody wants it. */
const NEEDED: { signs: ConfigVariable[]; needs: ConfigVariable[] }[] = [
  {
    signs: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'SES_CONFIGURATION_SET'],
    needs: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_REGION'],
  },
  { signs: ['SMTP_PORT', 'SMTP_USER', 'SMTP_PASS'], needs: ['SMTP_HOST'] },
  { signs: ['SMTP_USER', 'SMTP_PASS'], needs: ['SMTP_USER', 'SMTP_PASS'] },
  {
    signs: [
      'TWILIO_ACCOUNT_SID',
      'TWILIO_AUTH_TOKEN',
      'TWILIO_FROM',
      'TWILIO_WHATSAPP_FROM',
      'TWILIO_WHATSAPP_CONTENT_SID',
    ],
    needs: ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'],
  },
  {
    signs: ['CLOUDFLARE_ZONE_ID', 'CLOUDFLARE_PURGE_TOKEN'],
    needs: ['CLOUDFLARE_ZONE_ID', 'CLOUDFLARE_PURGE_TOKEN'],
  },
  { signs: ['TWILIO_WHATSAPP_CONTENT_SID'], needs: ['TWILIO_WHATSAPP_FROM'] },
  { signs: ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'], needs: ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET'] },
];

/** Names the missing variable of a provider that is set up by half: it would otherwise be silently off. */
function refuseHalves(v: Variables): void {
  for (const { signs, needs } of NEEDED) {
    const sign = signs.find((name) => v[name] !== undefined);
    const missing = sign && needs.find((name) => v[name] === undefined);
    if (missing) throw new Error(`Configuration: ${missing} is missing: ${sign} is set and needs it`);
  }
  if (v.TWILIO_ACCOUNT_SID && !v.TWILIO_FROM && !v.TWILIO_WHATSAPP_FROM)
    throw new Error('Configuration: TWILIO_FROM is missing: TWILIO_ACCOUNT_SID is set and needs it');
}

function smtpOf({ SMTP_HOST, SMTP_PORT, SMTP_USER, SMTP_PASS, SMTP_SECURE }: Variables): Config['smtp'] {
  if (!SMTP_HOST) return null;
  const secure = SMTP_SECURE ?? (SMTP_PORT === 465 ? 'tls' : 'starttls');
  const port = SMTP_PORT ?? (secure === 'tls' ? 465 : 587);
  return { host: SMTP_HOST, port, user: SMTP_USER ?? null, pass: SMTP_PASS ?? null, secure };
}

function awsOf(v: Variables): Config['aws'] {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_REGION: region } = v;
  if (!accessKeyId || !secretAccessKey || !region) return null;
  return {
    accessKeyId,
    secretAccessKey,
    region,
    sesEndpoint: withoutSlash(v.SES_ENDPOINT ?? `https://email.${region}.amazonaws.com`),
    snsEndpoint: withoutSlash(v.SNS_ENDPOINT ?? `https://sns.${region}.amazonaws.com`),
    sesConfigurationSet: v.SES_CONFIGURATION_SET ?? null,
  };
}

function twilioOf(v: Variables): Config['twilio'] {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = v;
  if (!accountSid || !authToken) return null;
  const { TWILIO_WHATSAPP_FROM: whatsappFrom, TWILIO_WHATSAPP_CONTENT_SID: contentSid } = v;
  return {
    accountSid,
    authToken,
    baseUrl: withoutSlash(v.TWILIO_BASE_URL ?? 'https://api.twilio.com'),
    from: v.TWILIO_FROM ?? null,
    whatsapp: whatsappFrom ? { from: whatsappFrom.replace('whatsapp:', ''), contentSid: contentSid ?? null } : null,
  };
}

const slackOf = (v: Variables): Config['slack'] => ({
  apiUrl: withoutSlash(v.SLACK_API_URL ?? 'https://slack.com/api'),
  botToken: v.SLACK_BOT_TOKEN ?? null,
  signingSecret: v.SLACK_SIGNING_SECRET ?? null,
  client: v.SLACK_CLIENT_ID && v.SLACK_CLIENT_SECRET ? { id: v.SLACK_CLIENT_ID, secret: v.SLACK_CLIENT_SECRET } : null,
});

function parse(env: Env): Config {
  const picked = Object.fromEntries(CONFIG_VARIABLES.map((name) => [name, env[name]]));
  const parsed = variables.safeParse(picked);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`Configuration: ${String(issue?.path[0])}: ${issue?.message}`);
  }
  const v = parsed.data;
  const isLocal = isLoopback(v.APP_URL);
  if (!isLocal && (v.FAULT_D1 || v.FAULT_QUEUE))
    throw new Error('Configuration: faults are for tests on loopback only');
  const allowLoopbackWebhooks = v.ALLOW_LOOPBACK_WEBHOOKS === '1';
  if (allowLoopbackWebhooks && v.APP_URL.startsWith('https:'))
    throw new Error('Configuration: ALLOW_LOOPBACK_WEBHOOKS is for tests and refused while APP_URL is https');
  refuseHalves(v);
  return {
    appUrl: v.APP_URL.replace(/\/$/, ''),
    isLocal,
    secrets: v.APP_SECRETS.split(',').map((entry) => {
      const [id = '', key = ''] = entry.split(':');
      return { id, key };
    }),
    mailFrom: v.MAIL_FROM,
    setupToken: v.SETUP_TOKEN ?? null,
    emailProviders: v.EMAIL_PROVIDERS,
    smsProviders: v.SMS_PROVIDERS,
    resend: v.RESEND_API_KEY
      ? {
          apiKey: v.RESEND_API_KEY,
          baseUrl: withoutSlash(v.RESEND_BASE_URL ?? 'https://api.resend.com'),
          webhookSecret: v.RESEND_WEBHOOK_SECRET ?? null,
        }
      : null,
    sendgrid: v.SENDGRID_API_KEY
      ? {
          apiKey: v.SENDGRID_API_KEY,
          baseUrl: withoutSlash(v.SENDGRID_BASE_URL ?? 'https://api.sendgrid.com'),
          webhookPublicKey: v.SENDGRID_WEBHOOK_PUBLIC_KEY ?? null,
        }
      : null,
    aws: awsOf(v),
    smtp: smtpOf(v),
    twilio: twilioOf(v),
    slack: slackOf(v),
    vapidSubject: v.VAPID_SUBJECT ? readVapidSubject(v.VAPID_SUBJECT) : null,
    heartbeatUrl: v.HEARTBEAT_URL ?? null,
    purge:
      v.CLOUDFLARE_ZONE_ID && v.CLOUDFLARE_PURGE_TOKEN
        ? { zoneId: v.CLOUDFLARE_ZONE_ID, token: v.CLOUDFLARE_PURGE_TOKEN }
        : null,
    allowLoopbackWebhooks,
    faults: { d1: v.FAULT_D1 ?? null, queue: v.FAULT_QUEUE ?? 0 },
  };
}

const parsedConfigs = new WeakMap<object, Config>();

/** The parsed variables; throws once, loudly, naming the variable that is wrong. */
export function configOf(env: Env): Config {
  const known = parsedConfigs.get(env);
  if (known) return known;
  const config = parse(env);
  parsedConfigs.set(env, config);
  return config;
}
