import { contactMethodsOf } from '../../../db/repositories/contact-methods';
import { slackOf } from '../../../db/repositories/slack';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';

/** One's own Slack accounts, connected or still to be verified, and the workspace's name where there is one. */
export type SlackAccount = {
  /** Whether a workspace is connected, so that an account can be found by e-mail. */
  connected: boolean;
  workspace: string | null;
  accounts: { id: string; memberId: string; verified: boolean; enabled: boolean }[];
};

/** What the signed-in person has connected. Failures: unauthenticated. */
export async function slackAccount({ actor, config, db }: Context): Promise<Result<SlackAccount>> {
  if (actor.kind !== 'user') return err(failure('unauthenticated', 'Sign in first.'));
  const [{ workspace }, methods] = await Promise.all([slackOf(db), contactMethodsOf(db, actor.id)]);
  return ok({
    connected: workspace !== null || config.slack.botToken !== null,
    workspace: workspace?.name ?? null,
    accounts: methods
      .filter(({ kind }) => kind === 'slack')
      .map(({ id, value, verifiedAt, enabled }) => ({ id, memberId: value, verified: verifiedAt !== null, enabled })),
  });
}
