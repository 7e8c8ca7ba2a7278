import * as z from 'zod';
import { CONFIG_VARIABLES, type Env } from './env';

const blankAsMissing = (value: unknown) => (value === '' ? undefined : value);
const text = z.preprocess(blankAsMissing, z.string().optional());

const variables = z.object({
  APP_URL: z.preprocess(blankAsMissing, z.url().default('http://127.0.0.1:8787')),
  APP_SECRETS: z
    .string({ error: 'APP_SECRETS is missing: set "v1:" and 32 random bytes in base64, newest key first' })
    .regex(/^v\d+:[A-Za-z0-9+/_=-]{43,}(,v\d+:[A-Za-z0-9+/_=-]{43,})*$/, 'APP_SECRETS must read "v2:base64,v1:base64"'),
  MAIL_FROM: z.preprocess(blankAsMissing, z.string().default('OpsKnight <pager@localhost>')),
  SETUP_TOKEN: text,
  EMAIL_PROVIDERS: text,
  RESEND_API_KEY: text,
  RESEND_BASE_URL: z.preprocess(blankAsMissing, z.url().optional()),
  SMTP_HOST: text,
  SMTP_PORT: z.preprocess(blankAsMissing, z.coerce.number().int().min(1).max(65535).optional()),
  SMTP_USER: text,
  SMTP_PASS: text,
  SMTP_SECURE: z.preprocess(blankAsMissing, z.enum(['starttls', 'tls', 'off']).optional()),
  HEARTBEAT_URL: z.preprocess(blankAsMissing, z.url().optional()),
  FAULT_D1: z.preprocess(blankAsMissing, z.enum(['fail', 'slow', 'commit-then-fail']).optional()),
  FAULT_QUEUE: z.preprocess(blankAsMissing, z.coerce.number().min(0).max(100).optional()),
});

export type Config = {
  appUrl: string;
  /** True while `appUrl` is loopback: only then do the local outbox and the test faults exist (SEMANTICS 7). */
  isLocal: boolean;
  /** Keys for signing and encryption, newest first. */
  secrets: { id: string; key: string }[];
  mailFrom: string;
  setupToken: string | null;
  emailProviders: string[];
  resend: { apiKey: string; baseUrl: string } | null;
  smtp: { host: string; port: number; user: string | null; pass: string | null; secure: 'starttls' | 'tls' | 'off' } | null;
  heartbeatUrl: string | null;
  faults: { d1: 'fail' | 'slow' | 'commit-then-fail' | null; queue: number };
};

const isLoopback = (url: string): boolean => /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(new URL(url).hostname);

function parse(env: Env): Config {
  const picked = Object.fromEntries(CONFIG_VARIABLES.map((name) => [name, env[name]]));
  const parsed = variables.safeParse(picked);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`Configuration: ${issue?.path.join('.')}: ${issue?.message}`);
  }
  const v = parsed.data;
  const isLocal = isLoopback(v.APP_URL);
  if (!isLocal && (v.FAULT_D1 || v.FAULT_QUEUE)) throw new Error('Configuration: faults are for tests on loopback only');
  const secure = v.SMTP_SECURE ?? (v.SMTP_PORT === 465 ? 'tls' : 'starttls');
  return {
    appUrl: v.APP_URL.replace(/\/$/, ''),
    isLocal,
    secrets: v.APP_SECRETS.split(',').map((entry) => {
      const [id = '', key = ''] = entry.split(':');
      return { id, key };
    }),
    mailFrom: v.MAIL_FROM,
    setupToken: v.SETUP_TOKEN ?? null,
    emailProviders: (v.EMAIL_PROVIDERS ?? 'resend,smtp').split(',').map((name) => name.trim()),
    resend: v.RESEND_API_KEY
      ? { apiKey: v.RESEND_API_KEY, baseUrl: v.RESEND_BASE_URL ?? 'https://api.resend.com' }
      : null,
    smtp: v.SMTP_HOST
      ? {
          host: v.SMTP_HOST,
          port: v.SMTP_PORT ?? (secure === 'tls' ? 465 : 587),
          user: v.SMTP_USER ?? null,
          pass: v.SMTP_PASS ?? null,
          secure,
        }
      : null,
    heartbeatUrl: v.HEARTBEAT_URL ?? null,
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
