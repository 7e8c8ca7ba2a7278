import type { Db } from '../db/client';
import { slackOf } from '../db/repositories/slack';
import type { Channel } from '../domain/notification/channels';
import { withSlackToken } from './access/slack-token';
import type { Config } from './config';

/**
 * The configuration by which a channel sends: for Slack with the connected workspace's token, unless the environment has
 * one. Throws what D1 throws, for Slack only.
 */
export async function connectedConfig({ config, db }: { config: Config; db: Db }, channel: Channel): Promise<Config> {
  if (channel !== 'slack' || config.slack.botToken !== null) return config;
  const { workspace } = await slackOf(db);
  return withSlackToken(config, workspace);
}
