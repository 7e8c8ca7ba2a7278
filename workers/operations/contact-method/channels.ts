import { refuse } from '../../../domain/access/permissions';
import { CHANNELS, type Channel } from '../../../domain/notification/channels';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { providersOf } from '../../providers';
import { connectedConfig } from '../../slack';

/** The channels that can send something in this installation; contact methods of others wait. Failures: forbidden. */
export async function listChannels(context: Context): Promise<Result<Channel[]>> {
  const refusal = refuse(context.actor, 'config.read');
  return refusal ? err(refusal) : ok(await usableChannels(context));
}

/** The same for whoever need not ask. */
export async function usableChannels(context: Context): Promise<Channel[]> {
  const config = await connectedConfig(context, 'slack');
  return CHANNELS.filter((channel) => providersOf(context.env, config, channel).length > 0);
}
