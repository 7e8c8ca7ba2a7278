import { type Claim, fromPaddedBase64, type SignedCall, secondsHeader } from './claim';

/**
 * `{id}.{timestamp}.{body}` under a list of signatures: Standard Webhooks (`webhook-*`, also GitLab's signing token) and Svix
 * (`svix-*`). v1 is HMAC-SHA256, v1a Ed25519; versions that are not known are passed over.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function standardWebhooks({ headers }: SignedCall, secret: string, names: 'webhook' | 'svix'): Claim | null {
  const [id, time] = [headers[`${names}-id`], headers[`${names}-timestamp`]];
  const sentAt = secondsHeader(time);
  if (!id || sentAt === null) return null;
  const isPublicKey = secret.startsWith('whpk_');
  const given = (headers[`${names}-signature`] ?? '')
    .split(' ')
    .filter((one) => one.startsWith(isPublicKey ? 'v1a,' : 'v1,'))
    .map((one) => fromPaddedBase64(one.slice(one.indexOf(',') + 1)))
    .filter((bytes) => bytes !== null);
  if (given.length === 0) return null;
  const signed = { prefix: `${id}.${time}.`, given, sentAt };
  return isPublicKey ? { kind: 'ed25519', ...signed } : { kind: 'hmac', hash: 'SHA-256', key: 'base64', ...signed };
}
