import type { IncidentStatus } from '../../incident/incident';
import type { MessageLanguage } from './language';
import { isOpen, lineOf, listing } from './listing';
import { mentionSaid, newsSaid } from './news';
import { ENGLISH_NEWS } from './news-words';
import { saying, shortened, spelled } from './said';

const NOT_ASKED = 'If you did not ask for this, ignore this message: nothing changes.';
const SWITCH_OFF = 'You choose these notices in your profile, under Shifts.';
const SEE_SHIFTS = 'See your shifts';
const STATUS: Record<IncidentStatus, string> = {
  OPEN: 'open',
  ACKNOWLEDGED: 'acknowledged',
  SNOOZED: 'snoozed',
  ESCALATED: 'open',
  SUPPRESSED: 'suppressed',
  RESOLVED: 'resolved',
};

export const ENGLISH: MessageLanguage = {
  hello: (name) => `Hello ${name},`,
  sentBy: (place) => `Sent by ${place}.`,
  placeOf: (organisation) => `OpsKnight for ${organisation}`,
  greeting: 'This is OpsKnight.',
  span: (start, end) => `${start} to ${end}`,
  clock: (timezone) => `Times are those of ${timezone}.`,
  say: (content, { place, name, moment, span }) => {
    switch (content.kind) {
      case 'invitation': {
        const what = `${name(content.invitedBy)} invited you to ${place}`;
        return saying(what, 'Accept the invitation', {
          subject: `You are invited to ${place}`,
          before: [`${what}. Choose a password to be ready for your first shift on call.`],
          after: ['The link works once, for 7 days.'],
          short: `${what}:`,
          spoken: `${what}. The link is in your e-mail.`,
        });
      }
      case 'password-reset':
        return {
          subject: 'Choose a new OpsKnight password',
          before: [`Somebody, hopefully you, asked for a new password at ${place}.`],
          label: 'Choose a new password',
          after: ['The link works once, for one hour.', NOT_ASKED],
          short: `Choose a new password for ${place} within one hour:`,
          spoken: `A new password was asked for at ${place}. The link is in your e-mail.`,
        };
      case 'verification-code': {
        const digits = spelled(content.code);
        return {
          subject: 'Your OpsKnight code',
          before: [`This code shows that ${place} can reach you here:`],
          label: null,
          after: ['It works for 10 minutes.', NOT_ASKED],
          short: `${content.code} is your code for ${place}. It works for 10 minutes.`,
          spoken: `Your OpsKnight code is ${digits}. Once more: ${digits}.`,
        };
      }
      case 'contact-method-test': {
        const test = `This is a test from ${place}.`;
        return {
          subject: 'Test from OpsKnight',
          before: [test, 'Pages can reach you here. Nothing is wrong, and there is nothing to do.'],
          label: null,
          after: [],
          short: `${test} Pages can reach you here. There is nothing to do.`,
          spoken: `${test} Pages can reach you at this number. There is nothing to do.`,
        };
      }
      case 'low-digest': {
        const count = `${content.lines.length} low-urgency ${content.lines.length === 1 ? 'incident' : 'incidents'}`;
        const open = content.lines.filter(isOpen).length;
        const subject = `${count}, ${open === 0 ? 'none open' : `${open} open`}`;
        const told = content.lines.map((one) => lineOf(one, STATUS, 'a service', 'Untitled incident'));
        return listing(subject, told, {
          intro: `${subject}. They came in since your last digest.`,
          rest: (left) => `and ${left} more.`,
          label: 'Open the incidents',
          after: [
            'You get a digest because you asked for one in your profile. Pages of higher urgency reach you at once.',
          ],
          spoken: `You have ${subject}.`,
        });
      }
      case 'action-item-overdue': {
        const what = `Overdue: ${name(content.title)}, due ${content.dueOn}`;
        return saying(what, 'Open the action item', {
          after: ['This action item of a postmortem is yours. You are reminded weekly until it is done.'],
        });
      }
      case 'weekly-digest': {
        const subject = `Last week: ${content.incidents} incidents, ${content.interruptions} interruptions, ${content.sleepHours} in sleep hours`;
        const lines = [
          ...content.people.map(
            (one) => `${name(one.name)}: interrupted ${one.interruptions} times, ${one.sleepHours} in sleep hours`,
          ),
          ...content.alerts.map(
            (one) =>
              `${name(one.serviceName)}, ${name(one.title)}: ${one.incidents} incidents, ${one.interruptions} interruptions, ${one.neverAcknowledged} never acknowledged`,
          ),
        ];
        return listing(subject, lines, {
          intro: `From ${content.from} to ${content.to}, days in UTC. Who was interrupted, by what, and how much of it nobody acknowledged:`,
          rest: (left) => `and ${left} more.`,
          label: 'Open the figures',
          after: ['You get this every Monday because you asked for it. You end it on the same page.'],
          spoken: `${subject}.`,
        });
      }
      case 'page-test': {
        const urgency = content.urgency.toLowerCase();
        const what = `Test page, ${urgency} urgency`;
        return {
          subject: `${what}: nothing is wrong`,
          before: [`You asked ${place} to page you now, by your own rules. Nothing is wrong.`],
          label: 'I got it',
          after: ['Opening the link stops the methods that have not gone out yet.'],
          short: `${what} from ${place}: you asked for it, nothing is wrong. I got it:`,
          spoken: `This is a test page of ${urgency} urgency that you asked for. Nothing is wrong.`,
        };
      }
      case 'incident-news':
        return newsSaid(ENGLISH_NEWS, content, name);
      case 'mention':
        return mentionSaid(ENGLISH_NEWS, content, name);
      case 'shift-notice': {
        const schedule = name(content.schedule);
        const { start, end } = content.shift;
        const what =
          content.lead === 'start'
            ? `On call now: ${schedule}, until ${moment(end)}`
            : `On call soon: ${schedule}, from ${moment(start)} until ${moment(end)}`;
        const late = content.isLate ? ['This notice comes late: OpsKnight was not running when it fell due.'] : [];
        return saying(what, SEE_SHIFTS, { before: [`${what}.`, ...late], after: [SWITCH_OFF] });
      }
      case 'shifts-changed': {
        const what = `Your shifts for ${name(content.schedule)} changed`;
        const lines = [
          ...content.gains.map((one) => `New: ${span(one)}`),
          ...content.loses.map((one) => `No longer yours: ${span(one)}`),
        ];
        return saying(what, SEE_SHIFTS, {
          before: [`${what}:`, ...shortened(lines, (count) => `and ${count} more.`)],
          after: [SWITCH_OFF],
          short: `${what}: ${lines.length <= 2 ? lines.join(', ') : `${lines[0]}, and ${lines.length - 1} more`}.`,
        });
      }
      case 'cover-asked': {
        const who = name(content.askedBy);
        const schedule = name(content.schedule);
        const still = content.isReminder ? 'Still open: ' : '';
        if (content.inReturn) {
          const what = `${still}${who} asks to exchange shifts on ${schedule}: you take ${span(content.shift)}, ${who} takes ${span(content.inReturn)}`;
          const then = 'When you accept, both shifts change hands. Until then nothing changes.';
          return saying(what, 'Accept or decline', { before: [`${what}.`, then], short: `${what}. Accept:` });
        }
        const what = `${still}${who} asks for cover on ${schedule}: ${span(content.shift)}`;
        const then = 'The first who takes it is on call then; the others are asked no more.';
        return saying(what, 'Take it or decline', { before: [`${what}.`, then], short: `${what}. Take it:` });
      }
      case 'cover-waiting': {
        const what = `Nobody has taken your shift for ${name(content.schedule)} yet: ${span(content.shift)}`;
        const then = 'Whoever has not answered was reminded. Until somebody takes it, you are on call.';
        return saying(what, 'See the request', { before: [`${what}.`, then] });
      }
      case 'cover-taken': {
        const other = name(content.other);
        const schedule = name(content.schedule);
        const took = content.role === 'took';
        const back = content.inReturn
          ? `, and ${took ? `${other} takes yours` : 'you take theirs'}: ${span(content.inReturn)}`
          : '';
        const what = took
          ? `You are on call for ${schedule} instead of ${other}: ${span(content.shift)}${back}`
          : `${other} takes your shift for ${schedule}: ${span(content.shift)}${back}`;
        return saying(what, 'See it');
      }
      case 'cover-ended': {
        const why = content.why === 'declined' ? 'Everybody has declined' : 'Nobody has taken it in time';
        const what = `You are still on call for ${name(content.schedule)}: ${span(content.shift)}`;
        const both = `${why}. ${what}.`;
        return saying(what, 'See the request', { before: [both], short: both, spoken: both });
      }
    }
  },
};
