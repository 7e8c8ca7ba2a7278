import type { Channel } from '../domain/notification/channels';
import type { Instant } from '../domain/shared/time';
import type { Config } from './config';
import type { Env } from './env';
import { sendersFor } from './senders/registry';
import { providerRests } from './senders/rests';
import { restingOf } from './senders/send';

/** Names of a channel's providers in the order they are tried; `outbox` where messages stay on this machine. */
export const providersOf = (env: Pick<Env, 'OUTBOX'>, config: Config, channel: Channel): string[] =>
  sendersFor(env, config, channel).map(({ provider }) => provider);

/** Providers of a channel that this isolate leaves out for now, and until when (SEMANTICS 26). */
export const restsOf = (channel: Channel, now: Instant): { provider: string; until: Instant }[] =>
  restingOf(providerRests, channel, now);
