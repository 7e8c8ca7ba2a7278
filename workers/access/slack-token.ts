import type { PlanSlack } from '../../domain/slack/workspace';
import type { Config } from '../config';
import { seal, unseal } from './sealed';

const placeOf = (teamId: string) => ({ table: 'settings', row: `slack-workspace ${teamId}`, column: 'token' });

export const sealSlackToken = (config: Config, teamId: string, token: string): Promise<string> =>
  seal(config, placeOf(teamId), token);

export const openSlackToken = (config: Config, workspace: { teamId: string; token: string }): Promise<string | null> =>
  unseal(config, placeOf(workspace.teamId), workspace.token);

/**
 * The configuration with the connected workspace's bot token in it, so that senders need not know where it came from.
 * A token of the environment goes first. A token that cannot be opened any more counts as none.
 */
export async function withSlackToken(
  config: Config,
  workspace: Pick<PlanSlack, 'teamId' | 'token'> | null | undefined,
): Promise<Config> {
  const { teamId, token } = workspace ?? {};
  if (config.slack.botToken !== null || !teamId || !token) return config;
  const botToken = await openSlackToken(config, { teamId, token });
  return botToken === null ? config : { ...config, slack: { ...config.slack, botToken } };
}
