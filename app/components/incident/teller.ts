import type { Clock } from '~/lib/clock';
import { momentNear } from '~/lib/time';
import type { GlyphName } from '~/ui/glyph';
import type { IncidentStatus } from '../../../domain/incident/incident';
import { refWord } from '../../../domain/incident/merge';
import type { TimelineEntry } from '../../../domain/incident/timeline';
import type { Channel } from '../../../domain/notification/channels';
import type { detailReader } from './detail-reader';

/** One line of the logbook in words: who (bold), what, and what else is known (muted). */
export type Sentence = {
  subject: string;
  verb: string;
  detail: string | null;
  glyph: GlyphName;
  /** Colours the glyph where the line led to a state. */
  tone?: IncidentStatus | 'failed';
};

export type Facts = { entry: TimelineEntry; who: string; clock: Clock } & ReturnType<typeof detailReader>;
export type Line = [subject: string, verb: string, detail?: string | null | undefined];
export type Teller = { glyph: GlyphName; tone?: Sentence['tone']; tell: (facts: Facts) => Line };

/** How a channel is said in the middle of a sentence. */
export const CHANNEL_WORDS: Record<Channel, string> = {
  email: 'e-mail',
  sms: 'SMS',
  voice: 'phone call',
  whatsapp: 'WhatsApp',
  push: 'push',
  slack: 'Slack',
};

export const step = ({ number }: Facts): string => (number('step') ? `Step ${number('step')}` : 'A step');
export const person = ({ text }: Facts): string => text('userName') ?? 'Someone';
export const by = ({ text }: Facts): string => {
  const channel = text('channel');
  return channel ? ` by ${CHANNEL_WORDS[channel as Channel] ?? channel}` : '';
};
export const told = (facts: Facts): string => {
  switch (facts.text('intent')) {
    case 'resolved':
      return 'was told that it is over';
    case 'sla-warning':
      return 'was told that a target is nearly missed';
    case 'sla-breached':
      return 'was told that a target is missed';
  }
  return facts.number('repetition') ? 'was paged again' : 'was paged';
};
export const quoted = (text: string | undefined): string | undefined => text && `“${text}”`;
export const cycle = ({ number }: Facts): string | undefined =>
  (number('cycle') ?? 1) > 1 ? `cycle ${number('cycle')}` : undefined;
export const endOf = ({ number, clock }: Facts): string | null => {
  const until = number('until');
  return until === undefined ? null : `until ${momentNear(until, clock.now, clock)}`;
};
export const joined = (...parts: (string | undefined)[]): string | null => parts.filter(Boolean).join(' · ') || null;
/** "acknowledge within 5 min" */
export const targetOf = ({ text, number }: Facts): string =>
  `${text('target') ?? 'answer'} within ${number('minutes') ?? 0} min`;
/** "#1042" or the title, of an incident that a line names. */
export const incidentOf = ({ entry }: Facts, name: string): string | undefined => {
  const value = entry.detail[name];
  if (typeof value !== 'object' || value === null || !('title' in value)) return undefined;
  return refWord({ id: '', title: String(value.title), number: 'number' in value ? (value.number as number) : null });
};
/** True where a person acted, not the system. */
export const human = ({ actor }: TimelineEntry): boolean => actor.kind === 'user';

export const from = (urgency: string | undefined): string | null => (urgency ? `from ${urgency.toLowerCase()}` : null);

export const sourceOf = (source: string | undefined, who: string): string | undefined =>
  source && source !== who ? source : undefined;
