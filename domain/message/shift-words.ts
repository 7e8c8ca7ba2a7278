import { line } from '../notification/render/plain';
import type { Span } from '../schedule/span';
import type { ShiftContent } from './shift-content';
import { spanOf, whenOf } from './when';
import type { MessageWords } from './words';

const MOST_LINES = 10;
const SWITCH_OFF = 'You choose these notices in your profile, under Shifts.';

type Said = { subject: string; before: string[]; label: string; after: string[]; short: string; spoken: string };

/** The words of a message about shifts; times are on the receiver's clock, which is named. */
export function shiftWords(content: ShiftContent): MessageWords {
  const { subject, before, label, after, short, spoken } = saidOf(content, line(content.schedule, 80));
  return {
    subject,
    before: [...before, `Times are those of ${content.timezone}.`],
    link: { label, url: content.url },
    code: null,
    after,
    short: `${short} ${content.url}`,
    spoken,
  };
}

function saidOf(content: ShiftContent, schedule: string): Said {
  const when = (span: Span): string => spanOf(span, content.at, content.timezone);
  switch (content.kind) {
    case 'shift-notice': {
      const what = noticeOf(content, schedule);
      const late = content.isLate ? ['This notice comes late: OpsKnight was not running when it fell due.'] : [];
      return {
        subject: what,
        before: [`${what}.`, ...late],
        label: 'See your shifts',
        after: [SWITCH_OFF],
        short: `${what}.`,
        spoken: `${what}.`,
      };
    }
    case 'shifts-changed': {
      const { gains, loses } = content;
      const what = `Your shifts for ${schedule} changed`;
      const lines = [
        ...gains.map((span) => `New: ${when(span)}`),
        ...loses.map((span) => `No longer yours: ${when(span)}`),
      ];
      const rest = lines.length - MOST_LINES;
      return {
        subject: what,
        before: [`${what}:`, ...lines.slice(0, MOST_LINES), ...(rest > 0 ? [`and ${rest} more.`] : [])],
        label: 'See your shifts',
        after: [SWITCH_OFF],
        short: `${what}: ${lines.length <= 2 ? lines.join(', ') : `${lines[0]}, and ${lines.length - 1} more`}.`,
        spoken: `${what}.`,
      };
    }
    case 'cover-asked': {
      const who = line(content.askedBy, 80);
      const still = content.isReminder ? 'Still open: ' : '';
      const what = content.inReturn
        ? `${still}${who} asks to exchange shifts on ${schedule}: you take ${when(content.shift)}, ${who} takes ${when(content.inReturn)}`
        : `${still}${who} asks for cover on ${schedule}: ${when(content.shift)}`;
      const then = content.inReturn
        ? 'When you accept, both shifts change hands. Until then nothing changes.'
        : 'The first who takes it is on call then; the others are asked no more.';
      return {
        subject: what,
        before: [`${what}.`, then],
        label: content.inReturn ? 'Accept or decline' : 'Take it or decline',
        after: [],
        short: `${what}. ${content.inReturn ? 'Accept' : 'Take it'}:`,
        spoken: `${what}.`,
      };
    }
    case 'cover-waiting': {
      const what = `Nobody has taken your shift for ${schedule} yet: ${when(content.shift)}`;
      const then = 'Whoever has not answered was reminded. Until somebody takes it, you are on call.';
      return {
        subject: what,
        before: [`${what}.`, then],
        label: 'See the request',
        after: [],
        short: `${what}.`,
        spoken: `${what}.`,
      };
    }
    case 'cover-taken': {
      const other = line(content.other, 80);
      const { role, shift, inReturn } = content;
      const back = inReturn
        ? `, and ${role === 'took' ? `${other} takes yours` : 'you take theirs'}: ${when(inReturn)}`
        : '';
      const what =
        role === 'took'
          ? `You are on call for ${schedule} instead of ${other}: ${when(shift)}${back}`
          : `${other} takes your shift for ${schedule}: ${when(shift)}${back}`;
      return { subject: what, before: [`${what}.`], label: 'See it', after: [], short: `${what}.`, spoken: `${what}.` };
    }
    case 'cover-ended': {
      const why = content.why === 'declined' ? 'Everybody has declined' : 'Nobody has taken it in time';
      const what = `You are still on call for ${schedule}: ${when(content.shift)}`;
      return {
        subject: what,
        before: [`${why}. ${what}.`],
        label: 'See the request',
        after: [],
        short: `${why}. ${what}.`,
        spoken: `${why}. ${what}.`,
      };
    }
  }
}

function noticeOf({ lead, shift, at, timezone }: Extract<ShiftContent, { kind: 'shift-notice' }>, schedule: string) {
  const until = whenOf(shift.end, at, timezone);
  switch (lead) {
    case 'start':
      return `On call now: ${schedule}, until ${until}`;
    case 'hour':
    case 'day':
      return `On call soon: ${schedule}, from ${whenOf(shift.start, at, timezone)} until ${until}`;
  }
}
