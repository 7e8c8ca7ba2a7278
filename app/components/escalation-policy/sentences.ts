import type { LastResortFrom, StepPreview } from '~/lib/paging';
import { countOf, duration, listOf } from '~/lib/time';
import type { EndAction } from '../../../domain/escalation/policy';
import type { Channel } from '../../../domain/notification/channels';
import { SECOND } from '../../../domain/shared/time';

export const CHANNEL_NAMES: Record<Channel, string> = {
  email: 'E-mail',
  sms: 'SMS',
  voice: 'Call',
  whatsapp: 'WhatsApp',
  push: 'Push',
  slack: 'Slack',
};

/** The same within a sentence. */
export const CHANNEL_WORDS: Record<Channel, string> = {
  ...CHANNEL_NAMES,
  email: 'e-mail',
  voice: 'call',
  push: 'push',
};

/** A delay to the second, as delays are set: `5 min`, `1 min 30 sec`. */
export function lengthOf(seconds: number, locale: string, width: 'narrow' | 'short' = 'short'): string {
  const rest = seconds % 60;
  if (seconds < 60 || rest === 0) return duration(seconds * SECOND, locale, width);
  return `${duration((seconds - rest) * SECOND, locale, width)} ${duration(rest * SECOND, locale, width)}`;
}

/** The same in the margin of the log: `+5m`, `+1m 30s`. */
export const marginOf = (seconds: number, locale: string): string => `+${lengthOf(seconds, locale, 'narrow')}`;

/** `At once`, `After 5 min`: when a step comes, counted from the alert. */
export const whenOf = (afterSeconds: number, locale: string): string =>
  afterSeconds === 0 ? 'Now' : `After ${lengthOf(afterSeconds, locale)}`;

/** `Now: Ana.` or `After 5 min: Bo and Cy.`: whom a step pages as things stand. */
export function stepSentence({ afterSeconds, people, takesTurns }: StepPreview, locale: string): string {
  const names = people.map(({ name }) => name);
  const oneOf = takesTurns && names.length > 1 ? 'one of ' : '';
  return `${whenOf(afterSeconds, locale)}: ${names.length > 0 ? oneOf + listOf(names, locale) : 'nobody'}.`;
}

/** `by push, e-mail and Slack`: the channels that are used for somebody in the step. */
export function channelsOf({ people }: StepPreview, locale: string): string | null {
  const used = [...new Set(people.flatMap(({ channels }) => channels))];
  const words = used.map((channel) => CHANNEL_WORDS[channel]);
  return words.length > 0 ? `by ${listOf(words, locale)}` : null;
}

/** What happens after the last step while nobody has acknowledged. */
export function endSentence(
  policy: { repeat: number; repeatAfterSeconds: number; endAction?: EndAction | undefined },
  locale: string,
): string {
  const { repeat, endAction } = policy;
  const after = `${lengthOf(policy.repeatAfterSeconds, locale)} after the last step`;
  if (endAction === 'repeat') return `${after} it starts again, until somebody acknowledges.`;
  const last = endAction === 'last-resort' ? 'the last resort is paged every 5 min' : null;
  if (repeat === 0) return `${after} ${last ?? 'it ends, and nobody else is paged'}.`;
  const times = repeat === 1 ? 'once more' : `${countOf(repeat, locale, 'time', 'times')} more`;
  return `${after} it starts again, ${times}; then ${last ?? 'it ends'}.`;
}

const WHOSE: Record<LastResortFrom, string> = {
  policy: 'this policy’s own last resort',
  organisation: 'the organisation’s last resort',
  admins: 'all administrators',
};

/** Who is paged when a whole pass has reached nobody. */
export function lastResortSentence(people: readonly string[], from: LastResortFrom, locale: string): string {
  if (people.length === 0) return 'If a whole pass reaches nobody, nobody is left to page.';
  return `If a whole pass reaches nobody: ${listOf(people, locale)} (${WHOSE[from]}), every 5 min until somebody acknowledges.`;
}

/** What is wrong with a policy as things stand, the worst first. */
export function warningsOf(steps: readonly StepPreview[], lastResort: { people: readonly unknown[] }): string[] {
  const empty = steps.filter(({ people }) => people.length === 0);
  if (empty.length === 0) return [];
  if (empty.length === steps.length)
    return [
      lastResort.people.length > 0
        ? 'No step reaches anybody now: an alert goes straight to the last resort.'
        : 'No step reaches anybody now, and no last resort does either: nobody would be paged.',
    ];
  return steps.at(-1)?.people.length === 0
    ? ['The policy does not end with a human: its last step reaches nobody now.']
    : [];
}
