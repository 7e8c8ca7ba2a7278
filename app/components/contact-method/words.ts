import { CHANNEL_NAMES } from '~/components/escalation-policy/sentences';
import type { Channel } from '../../../domain/notification/channels';

/** A contact method as screens read it. */
export type Method = {
  id: string;
  kind: Channel;
  value: string;
  verified: boolean;
  enabled: boolean;
  /** What a provider said when a message came back from there. */
  problem?: { reason: string; at: number } | null;
  /** When a message last got through; null: never, left out: not for this reader. */
  lastSuccessAt?: number | null;
};

/** What can be typed in by hand; a push subscription comes from a browser. */
export const TYPED_CHANNELS = ['email', 'sms', 'voice', 'whatsapp', 'slack'] as const satisfies Channel[];

/** What to type for each. */
export const ADDRESS_HINT =
  'An e-mail address, a number with its country code such as +44 7700 900101, or a Slack member id such as U024BE7LH.';

/** Where it leads, for people: of a push subscription the push service, never its keys. */
export function addressOf({ kind, value }: Pick<Method, 'kind' | 'value'>): string {
  if (kind !== 'push') return value;
  try {
    const subscription: unknown = JSON.parse(value);
    const endpoint =
      subscription && typeof subscription === 'object' && 'endpoint' in subscription ? subscription.endpoint : '';
    return `a browser, by ${new URL(String(endpoint)).hostname}`;
  } catch {
    return 'a browser';
  }
}

/** `SMS +447700900101` */
export const methodName = (method: Pick<Method, 'kind' | 'value'>): string =>
  `${CHANNEL_NAMES[method.kind]} ${addressOf(method)}`;

/** Why no page uses a method now; null: pages do. */
export function whyUnused({ kind, verified, enabled }: Method, channels: readonly Channel[]): string | null {
  if (!channels.includes(kind)) return `${CHANNEL_NAMES[kind]} is not set up in this installation`;
  if (!verified) return 'Not verified';
  return enabled ? null : 'Turned off';
}

/** What people read where a form about contact methods or rules could not be taken. */
export const METHOD_SAYS: Record<string, string> = {
  code: 'Type the six digits of the code.',
  delayMinutes: 'Give whole minutes, from 0 to 1,440 (one day).',
  contactMethodId: 'Choose a contact method.',
  urgency: 'Choose an urgency.',
};
