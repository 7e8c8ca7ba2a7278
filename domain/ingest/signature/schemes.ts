import { readBody } from '../body';
import { at, firstText, isFields, plainNames, textAt } from '../fields';
import type { IntegrationType } from '../registry';
import { type Claim, fromHex, fromPaddedBase64, type Scheme, type SignedCall, secondsHeader } from './claim';
import { standardWebhooks } from './standard-webhooks';

type Hex = { hash?: 'SHA-1' | 'SHA-256'; marks?: string; delivery?: string };

/** One or more MACs of the raw body in hex, behind a mark such as `sha256=`; several stand with commas. */
const hexOfBody =
  (header: string, { hash = 'SHA-256', marks = '', delivery }: Hex = {}) =>
  (call: SignedCall): Claim | null => {
    const given = (call.headers[header] ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one.startsWith(marks))
      .map((one) => fromHex(one.slice(marks.length)))
      .filter((bytes) => bytes !== null);
    if (given.length === 0) return null;
    const named = delivery === undefined ? null : (call.headers[delivery] ?? null);
    return { kind: 'hmac', hash, key: 'text', prefix: '', given, sentAt: null, delivery: named };
  };

const token =
  (header: string) =>
  ({ headers }: SignedCall): Claim | null => {
    const given = headers[header];
    return given ? { kind: 'token', given } : null;
  };

/** What each vendor signs, by type. A type that is not here cannot be signed: its key alone is the credential. */
export const SCHEMES: Partial<Record<IntegrationType, Scheme>> = {
  // https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries: a delivery has an id, which is not signed.
  github: {
    where: 'X-Hub-Signature-256',
    read: hexOfBody('x-hub-signature-256', { marks: 'sha256=', delivery: 'x-github-delivery' }),
  },
  // https://docs.gitlab.com/user/project/integrations/webhooks/: a signing token begins with whsec_, else it is the secret token.
  gitlab: {
    where: 'X-Gitlab-Token or webhook-signature',
    read: (call, secret) =>
      secret.startsWith('whsec_') ? standardWebhooks(call, secret, 'webhook') : token('x-gitlab-token')(call),
  },
  // https://docs.sentry.io/organization/integrations/integration-platform/webhooks/: an issue that is resolved a second time
  // has the same bytes, and another Request-ID.
  sentry: {
    where: 'Sentry-Hook-Signature',
    read: hexOfBody('sentry-hook-signature', { delivery: 'request-id' }),
  },
  // https://vercel.com/docs/webhooks#securing-webhooks
  vercel: {
    where: 'x-vercel-signature',
    read: hexOfBody('x-vercel-signature', { hash: 'SHA-1' }),
  },
  // https://developer.pagerduty.com/docs/verifying-webhook-signatures
  pagerduty: {
    where: 'X-PagerDuty-Signature',
    read: hexOfBody('x-pagerduty-signature', { marks: 'v1=' }),
  },
  // https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/#hmac-signature
  grafana: { where: 'X-Grafana-Alerting-Signature', read: grafana },
  // https://www.checklyhq.com/docs/alerting-and-retries/webhooks/
  checkly: { where: 'x-checkly-signature', read: hexOfBody('x-checkly-signature') },
  // https://help.splunk.com/ (webhook with a shared secret)
  'splunk-observability': {
    where: 'X-SFX-Signature',
    read: ({ headers }) => {
      const given = fromPaddedBase64(headers['x-sfx-signature'] ?? '');
      const signed = { hash: 'SHA-256', key: 'text', prefix: '', sentAt: null } as const;
      return given && { kind: 'hmac', ...signed, given: [given] };
    },
  },
  // https://developers.cloudflare.com/notifications/get-started/configure-webhooks/
  cloudflare: { where: 'cf-webhook-auth', read: token('cf-webhook-auth') },
  // https://docs.honeycomb.io/notify/alert/
  honeycomb: { where: 'X-Honeycomb-Webhook-Token', read: token('x-honeycomb-webhook-token') },
  // `Token` is md5(user name + API key), in the body.
  statuscake: { where: 'Token in the body', read: statusCake },
  email: {
    where: 'svix-signature (Resend) or signature in the form (Mailgun)',
    read: (call, secret) => (secret.startsWith('whsec_') ? standardWebhooks(call, secret, 'svix') : mailgun(call)),
  },
  events: { where: 'webhook-signature', read: (call, secret) => standardWebhooks(call, secret, 'webhook') },
  webhook: { where: 'webhook-signature', read: (call, secret) => standardWebhooks(call, secret, 'webhook') },
};

/**
 * Where a time is sent it is part of what is signed, so it cannot be taken off: the body alone has another MAC. Without
 * one, a reminder of an alert whose values stand still has the bytes of the first notification.
 */
function grafana(call: SignedCall): Claim | null {
  const claim = hexOfBody('x-grafana-alerting-signature')(call);
  const time = call.headers['x-grafana-alerting-timestamp'];
  if (claim?.kind !== 'hmac') return claim;
  if (time === undefined) return { ...claim, mayRepeat: true };
  const sentAt = secondsHeader(time);
  return sentAt === null ? null : { ...claim, prefix: `${time}:`, sentAt };
}

function statusCake(call: SignedCall): Claim | null {
  const fields = formFields(call);
  const given = fields && firstText(plainNames(fields), ['token']);
  return given ? { kind: 'token', given } : null;
}

/** Mailgun signs a time and a token, not the mail. */
function mailgun(call: SignedCall): Claim | null {
  const outer = formFields(call);
  const fields = outer && (isFields(at(outer, 'signature')) ? at(outer, 'signature') : outer);
  const [time, once] = [textAt(fields, 'timestamp'), textAt(fields, 'token')];
  const given = fromHex(textAt(fields, 'signature') ?? '');
  const sentAt = secondsHeader(time ?? undefined);
  if (!given || !once || sentAt === null) return null;
  const signed = { hash: 'SHA-256', key: 'text', prefixOnly: true } as const;
  return { kind: 'hmac', ...signed, prefix: `${time}${once}`, given: [given], sentAt };
}

function formFields({ headers, text }: SignedCall) {
  const request = { method: 'POST', headers, query: {}, rest: [], body: text, receivedAt: 0 };
  const read = readBody({ ...request, contentType: headers['content-type'] ?? '' });
  return read.ok && isFields(read.value.value) ? read.value.value : null;
}
