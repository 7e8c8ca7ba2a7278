import { momentNear } from '~/lib/time';
import { by, joined, person, type Teller, told } from './teller';

/** What became of single messages. */
export const NOTIFICATION_TELLERS = {
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
  'channel-posted': {
    glyph: 'later',
    tell: ({ text }) => ['Slack', `was told in ${text('channel') ?? 'the channel'}`],
  },
  'channel-post-failed': {
    glyph: 'cross',
    tone: 'failed',
    tell: ({ text }) => ['Slack', `could not be told in ${text('channel') ?? 'the channel'}`, text('error')],
  },
} satisfies Record<string, Teller>;
