import { listOf, momentNear } from '~/lib/time';
import { endOf, type Facts, human, incidentOf, joined, quoted, type Teller, targetOf } from './teller';

const toldOf = ({ people }: Facts): string | null => {
  const told = people();
  return told ? `${told} told` : null;
};

/** What people, maintenance and the SLA clock did. */
export const RESPONSE_TELLERS = {
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
    tell: (facts) => [`Maintenance “${facts.text('window') ?? ''}”`, 'began', endOf(facts)],
  },
  'maintenance-moved': {
    glyph: 'suppressed',
    tell: (facts) => [`Maintenance “${facts.text('window') ?? ''}”`, 'ends at another time', endOf(facts)],
  },
  'maintenance-ended': {
    glyph: 'next',
    tell: ({ text }) => [`Maintenance “${text('window') ?? ''}”`, 'ended'],
  },
  'sla-warning': {
    glyph: 'warning',
    tell: (facts) => [`The target to ${targetOf(facts)}`, 'is nearly missed', toldOf(facts)],
  },
  'sla-breached': {
    glyph: 'warning',
    tone: 'failed',
    tell: (facts) => [`The target to ${targetOf(facts)}`, 'is missed', toldOf(facts)],
  },
  resolved: {
    glyph: 'resolved',
    tone: 'RESOLVED',
    tell: ({ who, text }) => [who, 'resolved', quoted(text('note')) ?? text('reason')],
  },
  reopened: { glyph: 'open', tone: 'OPEN', tell: ({ who, text }) => [who, 'reopened', quoted(text('reason'))] },
  merged: {
    glyph: 'resolved',
    tone: 'RESOLVED',
    tell: (facts) => [facts.who, `merged it into ${incidentOf(facts, 'into') ?? 'another incident'}`, 'paged there'],
  },
  unmerged: {
    glyph: 'open',
    tone: 'OPEN',
    tell: (facts) => [
      facts.who,
      `took it back out of ${incidentOf(facts, 'from') ?? 'another incident'}`,
      facts.text('reason'),
    ],
  },
  'incident-merged': {
    glyph: 'next',
    tell: (facts) => [facts.who, `merged ${incidentOf(facts, 'from') ?? 'another incident'} into this one`],
  },
  'incident-unmerged': {
    glyph: 'dash',
    tell: (facts) => [facts.who, `took ${incidentOf(facts, 'from') ?? 'another incident'} back out of this one`],
  },
  'note-added': { glyph: 'note', tell: ({ who }) => [who, 'wrote'] },
} satisfies Record<string, Teller>;
