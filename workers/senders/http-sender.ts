import type { Channel } from '../../domain/notification/channels';
import type { Instant } from '../../domain/shared/time';
import { errorLine } from './error-line';
import { exchange, type ProviderAnswer, type ProviderRequest } from './exchange';
import { failed } from './fault';
import type { OutgoingMessage, Sender, SendResult } from './sender';

/** What differs between providers with an HTTP API: the request they want and what their answer means. */
export type HttpProvider = {
  provider: string;
  channel: Channel;
  /** Never to be seen in an error, even where the provider repeats them. */
  secrets: readonly string[];
  requestOf: (message: OutgoingMessage) => ProviderRequest | Promise<ProviderRequest>;
  resultOf: (answer: ProviderAnswer, now: Instant) => SendResult;
};

/**
 * A sender over HTTP: build the request, post it once, read the answer; never throws. A request that cannot be built is
 * for the operator, so that another provider is tried. No answer is temporary: a double page beats a lost one.
 */
export function httpSender({ provider, channel, secrets, requestOf, resultOf }: HttpProvider): Sender {
  return {
    provider,
    channel,
    async send(message) {
      let request: ProviderRequest;
      try {
        request = await requestOf(message);
      } catch {
        return failed('setup', errorLine(provider, null, 'the request could not be made: check its variables'));
      }
      const answer = await exchange(request);
      if ('silence' in answer) return failed('temporary', errorLine(provider, null, answer.silence));
      return withoutSecrets(resultOf(answer, Date.now()), secrets);
    },
  };
}

function withoutSecrets(result: SendResult, secrets: readonly string[]): SendResult {
  if (result.outcome === 'sent') return result;
  const error = secrets
    .filter((secret) => secret !== '')
    .reduce((text, one) => text.replaceAll(one, '…'), result.error);
  return { ...result, error };
}
