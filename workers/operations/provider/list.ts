import { refuse } from '../../../domain/access/permissions';
import { CHANNELS, type Channel } from '../../../domain/notification/channels';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { CONFIG_VARIABLES } from '../../env';
import { providersOf } from '../../providers';

/** How messages of a channel leave: by providers in this order, into the local outbox, or not at all. */
export type ChannelStatus = {
  channel: Channel;
  state: 'on' | 'outbox' | 'off';
  providers: string[];
  /** What is not on, with the variables that switch it on; only what this release knows. */
  offered: { provider: string; variables: string[] }[];
};

const SWITCHES: Record<Channel, Record<string, string[]>> = {
  email: {
    resend: ['RESEND_API_KEY'],
    sendgrid: ['SENDGRID_API_KEY'],
    ses: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_REGION'],
    smtp: ['SMTP_HOST'],
  },
  sms: {
    twilio: ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'],
    sns: ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_REGION'],
  },
  voice: { twilio: ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_FROM'] },
  whatsapp: { twilio: ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_WHATSAPP_FROM'] },
  push: { 'web-push': ['VAPID_SUBJECT'] },
  slack: { slack: ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'] },
};

/** Every channel and how it stands; never a secret, only names of variables. Failures: forbidden. */
export async function listProviders({ actor, config, env }: Context): Promise<Result<ChannelStatus[]>> {
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  return ok(CHANNELS.map((channel) => statusOf(channel, providersOf(env, config, channel))));
}

function statusOf(channel: Channel, names: string[]): ChannelStatus {
  const known = new Set<string>(CONFIG_VARIABLES);
  const providers = names.filter((name) => name !== 'outbox');
  const offered = Object.entries(SWITCHES[channel])
    .filter(([name, variables]) => !providers.includes(name) && variables.every((variable) => known.has(variable)))
    .map(([provider, variables]) => ({ provider, variables }));
  const state = providers.length > 0 ? 'on' : names.length > 0 ? 'outbox' : 'off';
  return { channel, state, providers, offered };
}
