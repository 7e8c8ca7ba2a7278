import { buildPushPayload, type VapidKeys } from '@block65/webcrypto-web-push';
import jwt from '@tsndr/cloudflare-worker-jwt';
import type { PushNotice } from '../../../domain/notification/content';
import { HOUR, type Instant } from '../../../domain/shared/time';
import { fromBase64, toBase64Url } from '../../access/bytes';
import type { ProviderRequest } from '../exchange';
import type { Subscription } from './subscription';

/** As short as push services like, long enough for a clock that is wrong (RFC 8292: at most 24 h). */
const TOKEN_LIFE = 12 * HOUR;

/** The encrypted request of one push (RFC 8030, 8291, 8292). Throws where the subscription's keys are none. */
export async function pushRequest(
  { endpoint, keys }: Subscription,
  payload: string,
  { ttlSeconds, urgency, topic }: Pick<PushNotice, 'ttlSeconds' | 'urgency' | 'topic'>,
  vapid: VapidKeys,
  now: Instant,
): Promise<ProviderRequest> {
  const secure = new URL(endpoint);
  secure.protocol = 'https:';
  const { headers, body } = await buildPushPayload(
    { data: payload, options: { ttl: ttlSeconds, urgency, topic } },
    { endpoint: secure.href, expirationTime: null, keys },
    vapid,
  );
  // fetch counts for itself.
  const { 'content-length': _length, ...kept } = headers;
  // The library knows https only; a push service on this machine, in tests, is told its own origin.
  const authorization = endpoint.protocol === 'https:' ? kept.authorization : await plainToken(endpoint, vapid, now);
  return { url: endpoint.href, headers: { ...kept, authorization }, body: new Uint8Array(body) };
}

async function plainToken(endpoint: URL, vapid: VapidKeys, now: Instant): Promise<string> {
  const point = fromBase64(vapid.publicKey ?? '') ?? new Uint8Array();
  const key = {
    kid: 'vapid',
    kty: 'EC',
    crv: 'P-256',
    x: toBase64Url(point.subarray(1, 33)),
    y: toBase64Url(point.subarray(33, 65)),
    d: vapid.privateKey,
  };
  const claims = { aud: endpoint.origin, exp: Math.floor((now + TOKEN_LIFE) / 1000), sub: vapid.subject };
  return `vapid t=${await jwt.sign(claims, key, { algorithm: 'ES256' })}, k=${vapid.publicKey}`;
}
