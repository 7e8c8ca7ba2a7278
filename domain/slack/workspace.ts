import * as z from 'zod';
import type { Instant } from '../shared/time';

/** The Slack workspace this installation is connected to, as it stands in the settings; `token` is sealed. */
export const slackWorkspaceValue = z.object({
  teamId: z.string(),
  name: z.string(),
  scope: z.string(),
  token: z.string(),
  connectedAt: z.number(),
  connectedBy: z.string(),
});
export type SlackWorkspace = z.output<typeof slackWorkspaceValue>;

/** Why nothing is sent to Slack any more: Slack's own code, and when it was first heard. */
export const slackTroubleValue = z.object({ code: z.string(), at: z.number() });
export type SlackTrouble = { code: string; at: Instant };

/** What paging needs of the workspace, so that it carries on while D1 is down (SEMANTICS 25). `token` is sealed. */
export type PlanSlack = { teamId: string | null; token: string | null; channel: string | null };

/** The token is worth nothing any more, or too little: stop sending, tell an administrator (PROVIDERS: Slack). */
const RECONNECT: Record<string, string> = {
  invalid_auth: 'Slack does not accept the bot token.',
  not_authed: 'Slack got no bot token.',
  account_inactive: 'The bot or the workspace was deactivated.',
  token_revoked: 'The bot token was revoked.',
  token_expired: 'The bot token has expired.',
  missing_scope: 'The bot token lacks a permission (scope) that sending needs.',
  app_uninstalled: 'The app was removed from the workspace.',
};

export const needsReconnect = (code: string): boolean => Object.hasOwn(RECONNECT, code);

/** One sentence for an administrator. */
export const troubleWords = (code: string): string => RECONNECT[code] ?? `Slack answered ${code}.`;

/** What a service's plan carries of Slack; null where there is nothing to carry. In trouble nothing is posted. */
export function planSlackOf(
  workspace: SlackWorkspace | null,
  trouble: SlackTrouble | null,
  channel: string | null,
): PlanSlack | null {
  if (trouble !== null || (workspace === null && channel === null)) return null;
  return { teamId: workspace?.teamId ?? null, token: workspace?.token ?? null, channel };
}
