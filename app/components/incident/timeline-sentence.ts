import type { Clock } from '~/lib/clock';
import { countOf, listOf, momentNear } from '~/lib/time';
import type { GlyphName } from '~/ui/glyph';
import type { ActorRef, Origin } from '../../../domain/access/actor';
import type { IncidentStatus } from '../../../domain/incident/incident';
import type { TimelineEntry, TimelineKind } from '../../../domain/incident/timeline';
import type { Channel } from '../../../domain/notification/channels';
import { detailReader } from './detail-reader';

/** One line of the logbook in words: who (bold), what, and what else is known (muted). */
export type Sentence = {
  subject: string;
  verb: string;
  detail: string | null;
  glyph: GlyphName;
  /** Colours the glyph where the line led to a state. */
  tone?: IncidentStatus | 'failed';
};

type Facts = { entry: TimelineEntry; who: string; clock: Clock } & ReturnType<typeof detailReader>;
type Line = [subject: string, verb: string, detail?: string | null | undefined];
type Teller = { glyph: GlyphName; tone?: Sentence['tone']; tell: (facts: Facts) => Line };

/** How a channel is said in the middle of a sentence. */
export const CHANNEL_WORDS: Record<Channel, string> = {
  email: 'e-mail',
  sms: 'SMS',
  voice: 'phone call',
  whatsapp: 'WhatsApp',
  push: 'push',
  slack: 'Slack',
};

const step = ({ number }: Facts): string => (number('step') ? `Step ${number('step')}` : 'A step');
const person = ({ text }: Facts): string => text('userName') ?? 'Someone';
const by = ({ text }: Facts): string => {
  const channel = text('channel');
  return channel ? ` by ${CHANNEL_WORDS[channel as Channel] ?? channel}` : '';
};
const told = (facts: Facts): string => {
  if (facts.text('intent') === 'resolved') return 'was told that it is over';
  return facts.number('repetition') ? 'was paged again' : 'was paged';
};
const quoted = (text: string | undefined): string | undefined => text && `“${text}”`;
const cycle = ({ number }: Facts): string | undefined =>
  (number('cycle') ?? 1) > 1 ? `cycle ${number('cycle')}` : undefined;
const endOf = ({ number, clock }: Facts): string | null => {
  const until = number('until');
  return until === undefined ? null : `until ${momentNear(until, clock.now, clock)}`;
};
const joined = (...parts: (string | undefined)[]): string | null => parts.filter(Boolean).join(' · ') || null;

const TELLERS: Record<TimelineKind, Teller> = {
  opened: {
    glyph: 'open',
    tone: 'OPEN',
    tell: ({ who, text }) => [who, 'opened the incident', joined(text('severity'), sourceOf(text('source'), who))],
  },
  'nobody-paged': { glyph: 'warning', tone: 'failed', tell: ({ text }) => ['Nobody', 'is paged', text('reason')] },
  'alert-repeated': {
    glyph: 'repeat',
    tell: ({ who, number }) => [
      who,
      'sent the alert again',
      number('count') ? `${number('count')} times so far` : null,
    ],
  },
  'alert-acknowledged': {
    glyph: 'acknowledged',
    tell: ({ who, text }) => [who, 'says the alert is acknowledged', text('title')],
  },
  'alert-resolved': { glyph: 'resolved', tell: ({ who, text }) => [who, 'says the alert is over', text('title')] },
  'urgency-raised': {
    glyph: 'warning',
    tell: ({ who, text }) => [who, `raised the urgency to ${(text('to') ?? 'high').toLowerCase()}`, from(text('from'))],
  },
  'step-fired': {
    glyph: 'next',
    tell: (facts) => [
      step(facts),
      `pages ${facts.people() ?? 'its people'}`,
      joined(cycle(facts), facts.texts('skipped')),
    ],
  },
  'step-empty': {
    glyph: 'warning',
    tell: (facts) => [step(facts), 'reached nobody; the next step follows', joined(facts.text('reason'), cycle(facts))],
  },
  'step-skipped': {
    glyph: 'dash',
    tell: (facts) => [step(facts), 'is passed over; the next step follows', joined(facts.text('reason'), cycle(facts))],
  },
  'cycle-started': {
    glyph: 'repeat',
    tell: ({ number }) => ['The policy', 'starts again', number('cycle') ? `cycle ${number('cycle')}` : null],
  },
  'policy-finished': {
    glyph: 'dash',
    tell: ({ number, clock }) => [
      'The policy',
      'has paged everyone it names',
      number('cycles') ? countOf(number('cycles') ?? 0, clock.locale, 'cycle', 'cycles') : null,
    ],
  },
  'last-resort-paged': {
    glyph: 'next',
    tell: (facts) => ['Last resort', `pages ${facts.people() ?? 'the administrators'}`],
  },
  'last-resort-empty': {
    glyph: 'warning',
    tone: 'failed',
    tell: ({ texts }) => ['Last resort', 'reached nobody', texts('reasons')],
  },
  'channels-widened': {
    glyph: 'warning',
    tell: (facts) => [
      person(facts),
      'has none of the channels of this step; e-mail and push are used',
      facts.texts('channels'),
    ],
  },
  'notification-sent': {
    glyph: 'later',
    tell: (facts) => [person(facts), told(facts) + by(facts), joined(facts.text('to'), facts.text('provider'))],
  },
  'notification-delivered': {
    glyph: 'check',
    tell: (facts) => [person(facts), `received the page${by(facts)}`, facts.text('provider')],
  },
  'notification-read': {
    glyph: 'check',
    tell: (facts) => [person(facts), `opened the page${by(facts)}`, facts.text('provider')],
  },
  'notification-held-back': {
    glyph: 'warning',
    tell: (facts) => [
      person(facts),
      `was not disturbed again${by(facts)}; the next method is used`,
      facts.text('error'),
    ],
  },
  'notification-bundled': {
    glyph: 'next',
    tell: (facts) => [person(facts), `is told${by(facts)} together with other incidents`, 'many pages at once'],
  },
  'notification-deferred': {
    glyph: 'snoozed',
    tell: (facts) => {
      const { number, text, clock } = facts;
      const until = number('until');
      const when = until === undefined ? 'later' : `at ${momentNear(until, clock.now, clock)}`;
      return [person(facts), `will be paged${by(facts)} ${when}`, text('reason')];
    },
  },
  'notification-digested': {
    glyph: 'later',
    tell: (facts) => {
      const { number, text, clock } = facts;
      const at = number('at');
      const when = at === undefined ? '' : ` of ${momentNear(at, clock.now, clock)}`;
      return [person(facts), `reads of it in the digest${when}`, text('reason')];
    },
  },
  'notification-resent': {
    glyph: 'repeat',
    tell: (facts) => [facts.who, `sent the message${by(facts)} to ${person(facts)} again`],
  },
  'notification-delayed': {
    glyph: 'cross',
    tone: 'failed',
    tell: (facts) => [person(facts), `could not be reached${by(facts)} yet, it is tried again`, facts.text('error')],
  },
  'notification-failed': {
    glyph: 'cross',
    tone: 'failed',
    tell: (facts) => [person(facts), `could not be reached${by(facts)}`, facts.text('error')],
  },
  'notification-cancelled': {
    glyph: 'dash',
    tell: (facts) => [person(facts), `need not be paged${by(facts)} any more`, facts.text('reason')],
  },
  acknowledged: {
    glyph: 'acknowledged',
    tone: 'ACKNOWLEDGED',
    tell: ({ who }) => [who, 'acknowledged', 'paging stopped'],
  },
  'acknowledgement-lapsed': {
    glyph: 'open',
    tone: 'OPEN',
    tell: ({ text }) => ['The acknowledgement', 'lapsed; paging goes on', text('assignee')],
  },
  snoozed: {
    glyph: 'snoozed',
    tone: 'SNOOZED',
    tell: ({ who, number, text, clock }) => {
      const until = number('until');
      return [
        who,
        until === undefined ? 'snoozed' : `snoozed until ${momentNear(until, clock.now, clock)}`,
        quoted(text('reason')),
      ];
    },
  },
  'snooze-ended': {
    glyph: 'open',
    tone: 'OPEN',
    tell: ({ entry, who, text }) => [
      human(entry) ? who : 'The snooze',
      human(entry) ? 'ended the snooze' : 'ended; paging starts again',
      text('reason'),
    ],
  },
  escalated: {
    glyph: 'escalated',
    tone: 'ESCALATED',
    tell: ({ who, number }) => [
      who,
      number('step') ? `escalated to step ${number('step')}` : 'escalated to the next step',
    ],
  },
  reassigned: {
    glyph: 'person',
    tell: ({ who, nameOf, clock }) => {
      const to = nameOf('to');
      return [who, to ? `reassigned to ${listOf([to], clock.locale)}` : 'reassigned'];
    },
  },
  paused: {
    glyph: 'snoozed',
    tell: ({ who, number, text, clock }) => {
      const until = number('until');
      const end = until === undefined ? '' : ` until ${momentNear(until, clock.now, clock)}`;
      return [who, `paused the escalation${end}`, quoted(text('reason'))];
    },
  },
  resumed: {
    glyph: 'next',
    tell: ({ entry, who }) => [human(entry) ? who : 'The pause', human(entry) ? 'resumed the escalation' : 'ended'],
  },
  'responders-added': {
    glyph: 'person',
    tell: ({ who, people, text, texts }) => [
      who,
      `asked ${people() ?? 'others'} to help`,
      joined(quoted(text('message')), texts('skipped')),
    ],
  },
  'responder-joined': { glyph: 'acknowledged', tell: ({ who }) => [who, 'joined', 'their own pages stopped'] },
  'assignment-lapsed': {
    glyph: 'warning',
    tell: ({ nameOf, text }) => [
      nameOf('to') ?? 'The assignee',
      'did not answer; the policy starts at step 1',
      text('reason'),
    ],
  },
  suppressed: {
    glyph: 'suppressed',
    tone: 'SUPPRESSED',
    tell: (facts) => {
      const { who, text } = facts;
      if (text('window')) return [`Maintenance “${text('window')}”`, 'holds it back; nobody is paged', endOf(facts)];
      return [who, 'suppressed; nobody is paged', quoted(text('reason'))];
    },
  },
  unsuppressed: {
    glyph: 'open',
    tone: 'OPEN',
    tell: ({ who, text }) =>
      text('window')
        ? [`Maintenance “${text('window')}”`, 'ended and it still burns', 'paging starts']
        : [who, 'ended the suppression', 'paging starts again'],
  },
  'maintenance-began': {
    glyph: 'suppressed',
    tell: (facts) => [`Maintenance “${facts.text('window') ?? ''}”`, 'began; the SLA clock stands', endOf(facts)],
  },
  'maintenance-moved': {
    glyph: 'suppressed',
    tell: (facts) => [`Maintenance “${facts.text('window') ?? ''}”`, 'ends at another time', endOf(facts)],
  },
  'maintenance-ended': {
    glyph: 'next',
    tell: ({ text }) => [`Maintenance “${text('window') ?? ''}”`, 'ended; the SLA clock runs again'],
  },
  resolved: {
    glyph: 'resolved',
    tone: 'RESOLVED',
    tell: ({ who, text }) => [who, 'resolved', quoted(text('note')) ?? text('reason')],
  },
  reopened: { glyph: 'open', tone: 'OPEN', tell: ({ who, text }) => [who, 'reopened', quoted(text('reason'))] },
  'note-added': { glyph: 'note', tell: ({ who }) => [who, 'wrote'] },
  'channel-posted': {
    glyph: 'later',
    tell: ({ text }) => ['Slack', `was told in ${text('channel') ?? 'the channel'}`],
  },
  'channel-post-failed': {
    glyph: 'cross',
    tone: 'failed',
    tell: ({ text }) => ['Slack', `could not be told in ${text('channel') ?? 'the channel'}`, text('error')],
  },
};

/** The entry in words, on the reader's clock. Unknown or missing details are left out, never guessed. */
export function timelineSentence(entry: TimelineEntry, clock: Clock): Sentence {
  const { glyph, tone, tell } = TELLERS[entry.kind];
  const [subject, verb, detail = null] = tell({
    entry,
    clock,
    who: nameOfActor(entry.actor) + via(entry.origin),
    ...detailReader(entry.detail, clock),
  });
  return { subject, verb, detail: joined(detail ?? undefined, answeredVia(entry)), glyph, ...(tone ? { tone } : {}) };
}

/** Through which door an answer came that needed no signing in: "via push on Pixel 8". */
function answeredVia({ actor, origin }: TimelineEntry): string | undefined {
  if (actor.kind !== 'user') return undefined;
  switch (origin) {
    case 'push':
      return actor.via ? `via push on ${actor.via}` : 'via push';
    case 'email':
      return 'via e-mail link';
    case 'sms':
      return 'via text message';
    case 'voice':
      return 'via phone call';
    case 'slack':
      return 'via Slack';
    default:
      return undefined;
  }
}

/** True where a person acted, not the system. */
export const human = ({ actor }: TimelineEntry): boolean => actor.kind === 'user';

const nameOfActor = (actor: ActorRef): string => (actor.kind === 'api-key' ? `${actor.name} (API key)` : actor.name);
/** The door, where it is one that a reader of the logbook should know of. */
const via = (origin: Origin): string => (VIA[origin] ? `, via ${VIA[origin]},` : '');
const VIA: Partial<Record<Origin, string>> = { slack: 'Slack' };
const from = (urgency: string | undefined): string | null => (urgency ? `from ${urgency.toLowerCase()}` : null);
const sourceOf = (source: string | undefined, who: string): string | undefined =>
  source && source !== who ? source : undefined;
