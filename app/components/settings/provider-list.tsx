import { useClock } from '~/lib/clock';
import type { ChannelStatus } from '~/lib/integrations';
import { Form, Link } from '~/lib/rr';
import { momentNear } from '~/lib/time';
import { Button } from '~/ui/button';
import { Glyph, type GlyphName } from '~/ui/glyph';
import type { Channel } from '../../../domain/notification/channels';
import styles from './provider-list.module.css';

const CHANNELS: Record<Channel, string> = {
  email: 'E-mail',
  sms: 'SMS',
  voice: 'Voice call',
  whatsapp: 'WhatsApp',
  push: 'Push',
  slack: 'Slack',
};

const PROVIDERS: Record<string, string> = {
  resend: 'Resend',
  sendgrid: 'SendGrid',
  ses: 'Amazon SES',
  smtp: 'SMTP',
  twilio: 'Twilio',
  sns: 'Amazon SNS',
  slack: 'Slack',
  'web-push': 'Web Push',
};

const STATES: Record<ChannelStatus['state'], { glyph: GlyphName; word: string }> = {
  on: { glyph: 'check', word: 'On' },
  outbox: { glyph: 'outbox', word: 'Local outbox' },
  off: { glyph: 'suppressed', word: 'Off' },
};

const named = (provider: string): string => PROVIDERS[provider] ?? provider;

/** How each channel sends, and a test to oneself where one has an address there. */
export function ProviderList({
  channels,
  testable,
}: {
  channels: readonly ChannelStatus[];
  testable: readonly Channel[];
}) {
  return (
    <ul className={styles.list}>
      {channels.map((status) => (
        <li key={status.channel} className={styles.channel} data-state={status.state}>
          <p className={styles.name}>{CHANNELS[status.channel]}</p>
          <p className={styles.state}>
            <Glyph name={STATES[status.state].glyph} />
            {STATES[status.state].word}
          </p>
          <div className={styles.how}>
            <How status={status} />
          </div>
          {status.state !== 'off' && testable.includes(status.channel) ? (
            <Form method="post" preventScrollReset>
              <input type="hidden" name="channel" value={status.channel} />
              <Button aria-label={`Send me a test by ${CHANNELS[status.channel]}`}>Send me a test</Button>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function How({ status }: { status: ChannelStatus }) {
  const { channel, state, providers, orderedBy, problem, resting, errors, offered } = status;
  const clock = useClock();
  return (
    <>
      {state === 'on' ? <p>{providers.map(named).join(', then ')}</p> : null}
      {orderedBy && providers.length > 1 ? (
        <p className={styles.offer}>
          The order is set by <code>{orderedBy}</code>.
        </p>
      ) : null}
      {problem ? <p className={styles.trouble}>{problem}.</p> : null}
      {resting.map(({ provider, until }) => (
        <p key={provider} className={styles.trouble} suppressHydrationWarning>
          {named(provider)} rests until {momentNear(until, clock.now, clock)}: it failed too often, or asked us to wait.
        </p>
      ))}
      {errors.map(({ provider, error, at }) => (
        <p key={provider} className={styles.trouble}>
          Last error: {error}{' '}
          <span className={styles.at} suppressHydrationWarning>
            ({momentNear(at, clock.now, clock)})
          </span>
        </p>
      ))}
      {state === 'off' ? <p>Nobody is reached this way.</p> : null}
      {offered.map(({ provider, variables }) => (
        <p key={provider} className={styles.offer}>
          {named(provider)}: set{' '}
          {variables.map((variable, index) => (
            <span key={variable}>
              {index > 0 ? ', ' : ''}
              <code>{variable}</code>
            </span>
          ))}
        </p>
      ))}
      {channel === 'slack' ? (
        <p className={styles.offer}>
          <Link to="/settings/slack">{state === 'on' ? 'See the connection' : 'Connect a workspace'}</Link>
        </p>
      ) : null}
    </>
  );
}
