import { refuse } from '../../../domain/access/permissions';
import { CHANNELS, type Channel } from '../../../domain/notification/channels';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { providersOf } from '../../providers';
import { connectedConfig } from '../../slack';

/** The channels that can send something in this installation; contact methods of others wait. Failures: forbidden. */
export async function listChannels(context: Context): Promise<Result<Channel[]>> {
  const { actor, env } = context;
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const config = await connectedConfig(context, 'slack');
  return ok(CHANNELS.filter((channel) => providersOf(env, config, channel).length > 0));
}
