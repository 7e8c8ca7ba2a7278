import { countOf } from '~/lib/time';
import { cycle, endOf, from, joined, person, sourceOf, step, type Teller } from './teller';

/** Alerts, and what the policy did about them. */
export const PAGING_TELLERS = {
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
  'alert-grouped': {
    glyph: 'repeat',
    tell: ({ who, text }) => [who, `sent “${text('title') ?? 'another alert'}”, told here`, text('reason')],
  },
  'held-back': {
    glyph: 'suppressed',
    tone: 'SUPPRESSED',
    tell: (facts) => ['It', 'waits before it pages', joined(facts.text('reason'), endOf(facts) ?? undefined)],
  },
  'hold-back-ended': {
    glyph: 'open',
    tone: 'OPEN',
    tell: ({ text }) => ['The wait', 'is over, paging starts', text('reason')],
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
} satisfies Record<string, Teller>;
