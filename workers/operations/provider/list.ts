import { type LastError, lastErrors } from '../../../db/repositories/notification-log';
import { refuse } from '../../../domain/access/permissions';
import { CHANNELS, type Channel } from '../../../domain/notification/channels';
import { err, ok, type Result } from '../../../domain/shared/result';
import { DAY, type Instant } from '../../../domain/shared/time';
import type { Config } from '../../config';
import type { Context } from '../../context';
import { CONFIG_VARIABLES } from '../../env';
import { providersOf, restsOf } from '../../providers';
import { connectedConfig } from '../../slack';

/** How messages of a channel leave: by providers in this order, into the local outbox, or not at all. */
export type ChannelStatus = {
  channel: Channel;
  state: 'on' | 'outbox' | 'off';
  providers: string[];
  /** The variable that sets their order, where there is one. */
  orderedBy: string | null;
  /** Which of them rest, or asked us to wait, as far as this server knows; `until` in milliseconds. */
  resting: { provider: string; until: Instant }[];
  /** The last error of each provider, newest first. */
  errors: { provider: string; error: string; at: Instant }[];
  /** Why what is set does not work, in words; null where nothing is wrong with it. */
  problem: string | null;
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
export async function listProviders(context: Context): Promise<Result<ChannelStatus[]>> {
  const { actor, env, db, now } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const config = await connectedConfig(context, 'slack');
  const errors = await lastErrors(db, ERRORS_READ);
  return ok(
    CHANNELS.map((channel) => ({
      ...statusOf(channel, providersOf(env, config, channel)),
      orderedBy: ORDERED_BY[channel] ?? null,
      problem: channel === 'push' ? vapidProblem(config) : null,
      resting: restsOf(channel, now),
      errors: newestOfEach(errors.filter((one) => one.channel === channel && one.at > now - ERRORS_COUNT_FOR)),
    })),
  );
}

const ORDERED_BY: Partial<Record<Channel, string>> = { email: 'EMAIL_PROVIDERS', sms: 'SMS_PROVIDERS' };
const vapidProblem = ({ vapidSubject }: Config): string | null =>
  vapidSubject?.ok === false ? `VAPID_SUBJECT ${vapidSubject.error}` : null;

const ERRORS_READ = 200;
const ERRORS_COUNT_FOR = 7 * DAY;

const newestOfEach = (errors: readonly LastError[]): ChannelStatus['errors'] =>
  errors
    .filter(({ provider }, i) => errors.findIndex((other) => other.provider === provider) === i)
    .map(({ provider, error, at }) => ({ provider, error, at }));

function statusOf(
  channel: Channel,
  names: string[],
): Omit<ChannelStatus, 'orderedBy' | 'problem' | 'resting' | 'errors'> {
  const known = new Set<string>(CONFIG_VARIABLES);
  const providers = names.filter((name) => name !== 'outbox');
  const offered = Object.entries(SWITCHES[channel])
    .filter(([name, variables]) => !providers.includes(name) && variables.every((variable) => known.has(variable)))
    .map(([provider, variables]) => ({ provider, variables }));
  const state = providers.length > 0 ? 'on' : names.length > 0 ? 'outbox' : 'off';
  return { channel, state, providers, offered };
}
