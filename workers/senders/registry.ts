import { CHANNELS, type Channel } from '../../domain/notification/channels';
import type { Config } from '../config';
import type { Env } from '../env';
import { resendSender } from './email/resend';
import { smtpSender } from './email/smtp';
import { outboxSender } from './outbox';
import type { Sender } from './sender';

/** Makes the sender of a provider if its variables are set. */
type SenderMaker = (config: Config) => Sender | null;

const EMAIL_PROVIDERS: Record<string, SenderMaker> = {
  resend: ({ resend, mailFrom }) => resend && resendSender({ ...resend, from: mailFrom }),
  smtp: ({ smtp, mailFrom }) => smtp && smtpSender({ ...smtp, from: mailFrom }),
};

function providersOf(channel: Channel, config: Config): SenderMaker[] {
  switch (channel) {
    case 'email':
      return config.emailProviders.flatMap((name) =>
        Object.hasOwn(EMAIL_PROVIDERS, name) ? (EMAIL_PROVIDERS[name] ?? []) : [],
      );
    case 'sms':
    case 'voice':
    case 'whatsapp':
    case 'push':
    case 'slack':
      return [];
    default:
      return channel satisfies never;
  }
}

const configuredSenders = (channel: Channel, config: Config): Sender[] =>
  providersOf(channel, config).flatMap((make) => make(config) ?? []);

/**
 * The channel's senders in the order of the configuration. A channel without provider goes to the local outbox while
 * `APP_URL` is loopback (SEMANTICS 7) and otherwise has none: it is unusable.
 */
export function sendersFor(env: Pick<Env, 'OUTBOX'>, config: Config, channel: Channel): Sender[] {
  const senders = configuredSenders(channel, config);
  return senders.length === 0 && config.isLocal ? [outboxSender(env, channel)] : senders;
}

/** The channels that could send something now; pages need at least one. */
export const usableChannels = (config: Config): Channel[] =>
  CHANNELS.filter((channel) => config.isLocal || configuredSenders(channel, config).length > 0);
