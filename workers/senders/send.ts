import { afterFailure, availabilityOf, type ProviderHealth } from '../../domain/notification/retry';
import type { Instant } from '../../domain/shared/time';
import { errorLine } from './error-line';
import type { OutgoingMessage, Sender, SendResult } from './sender';

/** What this isolate remembers of its providers, by channel and provider. Forgetting it costs one failed request. */
export type ProviderRests = Map<string, ProviderHealth>;

export type ProviderResult = SendResult & { provider: string };

const keyOf = ({ channel, provider, hostOf }: Sender, message: OutgoingMessage): string =>
  `${channel} ${provider}${hostOf ? ` ${hostOf(message)}` : ''}`;

/**
 * Tries the senders in order until one takes the message. The next one is tried after a temporary failure or one of our
 * set-up, not when the address or the message itself was refused. Providers that rest are left out while another is
 * ready; one whose Retry-After has not passed is never asked. Takes up to SEND_TIMEOUT_MS for each sender.
 *
 * When nobody took it: the last temporary failure if there was one, because trying again may help, and otherwise
 * the last failure. `error` then holds each provider's reason.
 */
export async function sendMessage(
  senders: readonly Sender[],
  message: OutgoingMessage,
  rests: ProviderRests,
  now: Instant,
): Promise<ProviderResult> {
  const failures: ProviderResult[] = waitingFailures(senders, message, rests, now);
  for (const sender of candidates(senders, message, rests, now)) {
    const result = { ...(await attempt(sender, message)), provider: sender.provider };
    if (result.outcome === 'sent') return result;
    if (result.outcome === 'failed' && result.cause !== 'setup') return result;
    const retryAfter = result.outcome === 'failed-temporarily' ? result.retryAfterSeconds : null;
    const key = keyOf(sender, message);
    rests.set(key, afterFailure(rests.get(key), now, retryAfter));
    failures.push(result);
  }
  return summaryOf(failures, message);
}

function candidates(
  senders: readonly Sender[],
  message: OutgoingMessage,
  rests: ProviderRests,
  now: Instant,
): Sender[] {
  const kinds = senders.map((sender) => ({
    sender,
    kind: availabilityOf(rests.get(keyOf(sender, message)), now).kind,
  }));
  const ready = kinds.filter(({ kind }) => kind === 'ready');
  const usable = ready.length > 0 ? ready : kinds.filter(({ kind }) => kind === 'resting');
  return usable.map(({ sender }) => sender);
}

/** A sender should never throw; one that does is broken, which is no reason to lose the message. */
async function attempt(sender: Sender, message: OutgoingMessage): Promise<SendResult> {
  try {
    return await sender.send(message);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return { outcome: 'failed-temporarily', error: errorLine(sender.provider, null, words), retryAfterSeconds: null };
  }
}

const waitingFailures = (
  senders: readonly Sender[],
  message: OutgoingMessage,
  rests: ProviderRests,
  now: Instant,
): ProviderResult[] =>
  senders.flatMap((sender): ProviderResult[] => {
    const availability = availabilityOf(rests.get(keyOf(sender, message)), now);
    if (availability.kind !== 'waiting') return [];
    const error = errorLine(sender.provider, null, `asked us to wait ${availability.seconds} s more`);
    return [
      { outcome: 'failed-temporarily', error, retryAfterSeconds: availability.seconds, provider: sender.provider },
    ];
  });

function summaryOf(failures: readonly ProviderResult[], message: OutgoingMessage): ProviderResult {
  const last = failures.findLast(({ outcome }) => outcome === 'failed-temporarily') ?? failures.at(-1);
  if (!last || last.outcome === 'sent') {
    const error = `no provider is set up for ${message.channel}`;
    return { outcome: 'failed', error, cause: 'setup', provider: 'none' };
  }
  const error = failures.flatMap((failure) => (failure.outcome === 'sent' ? [] : failure.error)).join('; ');
  if (last.outcome === 'failed') return { ...last, error };
  return { ...last, error, retryAfterSeconds: soonestRetry(failures) };
}

/** One provider that may be asked at any time is enough to try again at any time. */
function soonestRetry(failures: readonly ProviderResult[]): number | null {
  const seconds = failures.flatMap((failure) =>
    failure.outcome === 'failed-temporarily' ? (failure.retryAfterSeconds ?? 0) : [],
  );
  const soonest = Math.min(...seconds);
  return soonest > 0 && Number.isFinite(soonest) ? soonest : null;
}

/** Providers of a channel that rest or asked us to wait, each until when. */
export const restingOf = (
  rests: ProviderRests,
  channel: string,
  now: Instant,
): { provider: string; until: Instant }[] =>
  [...rests].flatMap(([key, { restUntil, waitUntil }]) => {
    const [of = '', provider = ''] = key.split(' ');
    const until = Math.max(restUntil, waitUntil);
    return of === channel && until > now ? [{ provider, until }] : [];
  });
