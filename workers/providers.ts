import type { Channel } from '../domain/notification/channels';
import type { Config } from './config';
import type { Env } from './env';
import { sendersFor } from './senders/registry';

/** Names of a channel's providers in the order they are tried; `outbox` where messages stay on this machine. */
export const providersOf = (env: Pick<Env, 'OUTBOX'>, config: Config, channel: Channel): string[] =>
  sendersFor(env, config, channel).map(({ provider }) => provider);
