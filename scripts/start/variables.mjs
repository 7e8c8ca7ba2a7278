// Which variables of the environment reach the Worker, and how: in a file that only its owner can read, since a
// command line is seen by everybody on the machine.
import { writePrivate } from './files.mjs';
import { StartError } from './settings.mjs';

/** The names of INTERFACES, without the faults: those are switched on after start, by `product.mjs`. */
export const PASSED_VARIABLES = [
  'APP_URL',
  'APP_SECRETS',
  'SETUP_TOKEN',
  'MAIL_FROM',
  'EMAIL_PROVIDERS',
  'SMS_PROVIDERS',
  'RESEND_API_KEY',
  'RESEND_BASE_URL',
  'RESEND_WEBHOOK_SECRET',
  'SENDGRID_API_KEY',
  'SENDGRID_BASE_URL',
  'SENDGRID_WEBHOOK_PUBLIC_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_REGION',
  'SES_CONFIGURATION_SET',
  'SES_ENDPOINT',
  'SNS_ENDPOINT',
  'SMTP_HOST',
  'SMTP_PORT',
  'SMTP_USER',
  'SMTP_PASS',
  'SMTP_SECURE',
  'TWILIO_ACCOUNT_SID',
  'TWILIO_AUTH_TOKEN',
  'TWILIO_FROM',
  'TWILIO_WHATSAPP_FROM',
  'TWILIO_WHATSAPP_CONTENT_SID',
  'TWILIO_BASE_URL',
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
  'SLACK_SIGNING_SECRET',
  'SLACK_BOT_TOKEN',
  'SLACK_API_URL',
  'VAPID_SUBJECT',
  'HEARTBEAT_URL',
  'METRICS_TOKEN',
  'CLOUDFLARE_ZONE_ID',
  'CLOUDFLARE_PURGE_TOKEN',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'ALLOW_LOOPBACK_WEBHOOKS',
];

export const FAULT_VARIABLES = ['FAULT_D1', 'FAULT_QUEUE'];

/** One value in dotenv's own notation. Wrangler expands `$NAME` inside any quotes, hence the escape. */
function quote(name, value) {
  const escaped = value.replaceAll('$', '\\$');
  const mark = ["'", '`', '"'].find((candidate) => !escaped.includes(candidate));
  if (!mark || (mark === '"' && /\\[nr]/.test(escaped)))
    throw new StartError(`${name} holds every kind of quote: it cannot be passed on`);
  return mark + escaped + mark;
}

export const envFileText = (variables) =>
  Object.entries(variables)
    .map(([name, value]) => `${name}=${quote(name, value)}\n`)
    .join('');

/** Writes what the Worker shall see: the person's variables, and ours where they gave none. */
export function writeVariables(settings, env, secrets) {
  const given = Object.fromEntries(PASSED_VARIABLES.filter((name) => env[name]).map((name) => [name, env[name]]));
  writePrivate(settings.files.variables, envFileText({ APP_URL: settings.url, ...secrets, ...given }));
}
