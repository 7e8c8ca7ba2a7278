import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test';
import { beforeAll, expect, it } from 'vitest';
import { app } from '../../../workers/http/app';
import { newWorld, PASSWORD, request, type World } from '../../flows/support/world';

const ORIGIN = 'http://127.0.0.1:8787';

/** Every secret that a provider is given, each with a mark of its own. */
const SECRETS = {
  RESEND_API_KEY: 're_mark_resend_key',
  RESEND_WEBHOOK_SECRET: `whsec_${btoa('mark of the secret of resend hooks')}`,
  SENDGRID_API_KEY: 'SG.mark_sendgrid_key',
  AWS_SECRET_ACCESS_KEY: 'mark_aws_secret_key',
  SMTP_PASS: 'mark_smtp_password',
  TWILIO_AUTH_TOKEN: 'mark_twilio_token',
  SLACK_CLIENT_SECRET: 'mark_slack_client_secret',
  SLACK_SIGNING_SECRET: 'mark_slack_signing_secret',
  SLACK_BOT_TOKEN: 'xoxb-mark_slack_bot_token',
};
const AROUND = {
  AWS_ACCESS_KEY_ID: 'AKIDTEST',
  AWS_REGION: 'eu-central-1',
  SMTP_HOST: 'mail.example.com',
  SMTP_USER: 'pager',
  TWILIO_ACCOUNT_SID: `AC${'0123456789abcdef'.repeat(2)}`,
  TWILIO_FROM: '+15005550006',
  SLACK_CLIENT_ID: '1.2',
};

let world: World;
let cookie = '';
let webhook = { id: '', secret: '' };

beforeAll(async () => {
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
  const body = new URLSearchParams({ email: 'admin@example.test', password: PASSWORD, next: '/' });
  const signedIn = await request('/login', {
    method: 'POST',
    body,
    headers: { origin: ORIGIN, host: '127.0.0.1:8787' },
  });
  cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const address = 'https://hooks.example.com/in?token=mark_of_the_address';
  webhook = (await world.create('/webhooks', { name: 'Ops', url: address })) as unknown as typeof webhook;
}, 120_000);

/** The whole answer, the data for its scripts among it: everything that a loader has given out. */
async function everythingAt(path: string): Promise<string> {
  const execution = createExecutionContext();
  const answer = await app.request(
    `${ORIGIN}${path}`,
    { headers: { cookie } },
    { ...env, ...SECRETS, ...AROUND },
    execution,
  );
  await waitOnExecutionContext(execution);
  expect(answer.status, path).toBe(200);
  return answer.text();
}

it.each([
  ['/settings/providers', 'resend'],
  ['/settings/slack', 'SLACK_BOT_TOKEN'],
  ['/settings/webhooks', 'Ops'],
  ['/settings/webhooks/:id', 'Ops'],
  ['/settings/webhooks/:id/edit', 'Ops'],
])('%s gives out no secret of a provider, neither on the screen nor in its data', async (path, shown) => {
  const text = await everythingAt(path.replace(':id', webhook.id));
  expect(text).toContain(shown);
  const secrets = {
    ...SECRETS,
    webhook: webhook.secret,
    address: 'mark_of_the_address',
    secretKey: String(env.APP_SECRETS),
  };
  const given = Object.entries(secrets).filter(([, secret]) => text.includes(secret));
  expect(given.map(([name]) => name)).toEqual([]);
});
