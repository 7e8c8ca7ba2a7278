import { CHANNELS, type Channel } from '../../domain/notification/channels';
import { signButton } from '../access/slack-button';
import type { Config, EmailProvider, SmsProvider } from '../config';
import type { Env } from '../env';
import { resendSender } from './email/resend';
import { sendgridSender } from './email/sendgrid';
import { sesSender } from './email/ses';
import { smtpSender } from './email/smtp';
import { outboxSender } from './outbox';
import { pushSender } from './push/push';
import type { Sender } from './sender';
import { type SlackSettings, slackSender } from './slack/slack';
import { snsSender } from './sms/sns';
import { twilioSmsSender } from './sms/twilio';
import { twilioVoiceSender } from './voice/twilio';
import { twilioWhatsappSender } from './whatsapp/twilio';

/** Makes the sender of a provider if its variables are set. */
type SenderMaker = (config: Config) => Sender | null;

const EMAIL_SENDERS: Record<EmailProvider, SenderMaker> = {
  resend: ({ resend, mailFrom }) => resend && resendSender({ ...resend, from: mailFrom }),
  sendgrid: ({ sendgrid, mailFrom }) => sendgrid && sendgridSender({ ...sendgrid, from: mailFrom }),
  smtp: ({ smtp, mailFrom }) => smtp && smtpSender({ ...smtp, from: mailFrom }),
  ses: ({ aws, mailFrom, secrets }) => {
    if (!aws) return null;
    const { sesEndpoint: endpoint, sesConfigurationSet: configurationSet } = aws;
    return sesSender({ ...aws, endpoint, configurationSet, from: mailFrom, secrets });
  },
};

const SMS_SENDERS: Record<SmsProvider, SenderMaker> = {
  twilio: ({ twilio, appUrl }) => (twilio?.from ? twilioSmsSender({ ...twilio, appUrl, from: twilio.from }) : null),
  sns: ({ aws }) => aws && snsSender({ ...aws, endpoint: aws.snsEndpoint }),
};

/** Only a real number can call. */
const voiceSender: SenderMaker = ({ twilio, appUrl }) =>
  twilio?.from?.startsWith('+') ? twilioVoiceSender({ ...twilio, appUrl, from: twilio.from }) : null;

const whatsappSender: SenderMaker = ({ twilio, appUrl }) => {
  const { from, contentSid } = twilio?.whatsapp ?? {};
  return twilio && from && contentSid ? twilioWhatsappSender({ ...twilio, appUrl, from, contentSid }) : null;
};

/** What it takes to write to Slack; null while no workspace is connected. */
export function slackSettingsOf(config: Config): SlackSettings | null {
  const { botToken, apiUrl } = config.slack;
  return botToken === null ? null : { botToken, apiUrl, sign: (incidentId) => signButton(config, incidentId) };
}

const slackMemberSender: SenderMaker = (config) => {
  const settings = slackSettingsOf(config);
  return settings && slackSender(settings);
};

const webPushSender: SenderMaker = (config) =>
  config.vapidSubject?.ok ? pushSender(config, config.vapidSubject.value) : null;

function makersOf(channel: Channel, config: Config): SenderMaker[] {
  switch (channel) {
    case 'email':
      return config.emailProviders.map((name) => EMAIL_SENDERS[name]);
    case 'sms':
      return config.smsProviders.map((name) => SMS_SENDERS[name]);
    case 'voice':
      return [voiceSender];
    case 'whatsapp':
      return [whatsappSender];
    case 'slack':
      return [slackMemberSender];
    case 'push':
      return [webPushSender];
    default:
      return channel satisfies never;
  }
}

const configuredSenders = (channel: Channel, config: Config): Sender[] =>
  makersOf(channel, config).flatMap((make) => make(config) ?? []);

/**
 * The channel's senders in the order of the configuration. A channel without provider goes to the local outbox while
 * `APP_URL` is loopback (SEMANTICS 7) and otherwise has none: it is unusable.
 */
export function sendersFor(env: Pick<Env, 'OUTBOX'>, config: Config, channel: Channel): Sender[] {
  const senders = configuredSenders(channel, config);
  return senders.length === 0 && config.isLocal ? [outboxSender(env, channel)] : senders;
}

/** The channels that could send something now; pages need at least one. */
export const usableChannels = (config: Config): Channel[] =>
  CHANNELS.filter((channel) => config.isLocal || configuredSenders(channel, config).length > 0);

/** Why a channel has no provider, naming the variable that is missing where a provider is set up by half. */
export function reasonUnusable(config: Config, channel: Channel): string {
  const reason = `no provider is set up for ${channel}`;
  if (channel === 'whatsapp' && config.twilio?.whatsapp) return `${reason}: TWILIO_WHATSAPP_CONTENT_SID is missing`;
  if (channel === 'voice' && config.twilio) return `${reason}: TWILIO_FROM is not a number that can call`;
  if (channel === 'push' && config.vapidSubject?.ok === false)
    return `${reason}: VAPID_SUBJECT ${config.vapidSubject.error}`;
  return reason;
}
