import type { PushNotice } from '../../../domain/notification/content';
import { pushPayload } from '../../../domain/notification/render/push-payload';
import { parseRetryAfter } from '../../../domain/notification/retry';
import type { Instant } from '../../../domain/shared/time';
import { unseal } from '../../access/sealed';
import { VAPID_PLACE } from '../../access/vapid';
import type { Config } from '../../config';
import { errorLine } from '../error-line';
import { exchange, type ProviderAnswer } from '../exchange';
import { failed, faultOf } from '../fault';
import type { OutgoingMessage, Sender, SendResult } from '../sender';
import { pushRequest } from './request';
import { readSubscription, type Subscription } from './subscription';

const PROVIDER = 'web-push';
const HOUR_SECONDS = 3600;

const line = (code: number | null, words: string): string => errorLine(PROVIDER, code, words);

/**
 * Web Push by RFC 8030, encrypted and signed in the Worker. `subject` is the contact that push services are told.
 * An address that has ended (404, 410) is `gone`; 401 and 403 are about our key, so the device is kept.
 */
export function pushSender(config: Config, subject: string): Sender {
  return {
    provider: PROVIDER,
    channel: 'push',
    hostOf: ({ to }) => to,
    async send(message) {
      const subscription = readSubscription(message.to, config.allowLoopbackWebhooks);
      if (!subscription.ok) return failed('recipient', line(null, subscription.error));
      const privateKey = message.vapid ? await unseal(config, VAPID_PLACE, message.vapid.sealedPrivateKey) : null;
      if (!message.vapid || privateKey === null) {
        return failed(
          'setup',
          line(null, message.vapid ? 'its key has left APP_SECRETS' : 'its keys are not made yet'),
        );
      }
      const vapid = { subject, publicKey: message.vapid.publicKey, privateKey };
      return post(message, subscription.value, vapid, config, true);
    },
  };
}

type Vapid = Parameters<typeof pushRequest>[3];

async function post(
  message: OutgoingMessage,
  subscription: Subscription,
  vapid: Vapid,
  config: Config,
  mayMove: boolean,
): Promise<SendResult> {
  const now = Date.now();
  const notice = message.push ?? noticeOfMessage(message, config);
  const words = { title: message.subject ?? 'OpsKnight', body: message.text };
  const payload = JSON.stringify(pushPayload(words, notice, message.receipt ?? null));
  let request: Awaited<ReturnType<typeof pushRequest>>;
  try {
    request = await pushRequest(subscription, payload, notice, vapid, now);
  } catch {
    return failed('recipient', line(null, 'the keys of the subscription are not usable'));
  }
  const answer = await exchange(request);
  if ('silence' in answer) return failed('temporary', line(null, answer.silence));
  const moved = answer.status === 301 && mayMove ? movedTo(answer, subscription, config) : null;
  return moved ? post(message, moved, vapid, config, false) : resultOf(answer, now);
}

/** Mozilla's service may say that a subscription lives elsewhere; only a public https address is followed. */
function movedTo({ headers }: ProviderAnswer, { endpoint, keys }: Subscription, config: Config): Subscription | null {
  const location = headers.get('location') ?? '';
  if (!URL.canParse(location, endpoint)) return null;
  const target = new URL(location, endpoint);
  if (target.protocol !== 'https:') return null;
  const moved = readSubscription(JSON.stringify({ endpoint: target.href, keys }), config.allowLoopbackWebhooks);
  return moved.ok ? moved.value : null;
}

function resultOf({ status, headers }: ProviderAnswer, now: Instant): SendResult {
  switch (status) {
    case 404:
    case 410:
      return { ...failed('recipient', line(status, 'the subscription has ended')), gone: true } as SendResult;
    case 401:
    case 403:
      return failed('setup', line(status, 'our key was refused: check VAPID_SUBJECT'));
    // Windows says so when it has had enough for now.
    case 406:
      return failed('temporary', line(status, 'too many pushes'), parseRetryAfter(headers.get('retry-after'), now));
  }
  const fault = faultOf(status, null, {});
  if (fault === 'sent') return { outcome: 'sent', providerId: headers.get('location')?.split('/').at(-1) ?? null };
  const words = status >= 300 && status < 400 ? 'the push service redirects to where we do not follow' : 'not taken';
  return failed(fault, line(status, words), parseRetryAfter(headers.get('retry-after'), now));
}

/** How a message that belongs to no incident travels: a code or a test that somebody waits for. */
const noticeOfMessage = ({ id }: OutgoingMessage, { appUrl }: Config): PushNotice => ({
  url: `${appUrl}/profile/devices`,
  tag: id,
  topic: id.slice(0, 32),
  urgency: 'high',
  ttlSeconds: HOUR_SECONDS,
  isPage: false,
  links: null,
  language: 'en',
});
