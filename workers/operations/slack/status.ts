import { slackOf } from '../../../db/repositories/slack';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Instant } from '../../../domain/shared/time';
import { slackManifest, slackUrls } from '../../../domain/slack/manifest';
import { type SlackWorkspace, troubleWords } from '../../../domain/slack/workspace';
import type { Context } from '../../context';

/** How this installation stands with Slack; never a token. */
export type SlackStatus = {
  /** `environment`: SLACK_BOT_TOKEN is set, and goes first. */
  source: 'workspace' | 'environment' | 'none';
  workspace: { teamId: string; name: string; scope: string; connectedAt: Instant; connectedBy: string } | null;
  /** Why nothing is sent at the moment, in a sentence. */
  trouble: { code: string; words: string; at: Instant } | null;
  /** Whether the client's id and secret are set, so that a workspace can be connected by a button. */
  canConnect: boolean;
  /** Whether the signing secret is set, without which nothing that Slack sends is taken. */
  canAnswer: boolean;
  manifest: string;
  urls: ReturnType<typeof slackUrls>;
};

const withoutToken = ({ token: _token, ...shown }: SlackWorkspace) => shown;

/** The connection to Slack. Failures: forbidden. */
export async function slackStatus({ actor, config, db }: Context): Promise<Result<SlackStatus>> {
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const { workspace, trouble } = await slackOf(db);
  const { slack, appUrl } = config;
  return ok({
    source: slack.botToken !== null ? 'environment' : workspace ? 'workspace' : 'none',
    workspace: workspace && withoutToken(workspace),
    trouble: trouble && { ...trouble, words: troubleWords(trouble.code) },
    canConnect: slack.client !== null,
    canAnswer: slack.signingSecret !== null,
    manifest: JSON.stringify(slackManifest(appUrl), null, 2),
    urls: slackUrls(appUrl),
  });
}
