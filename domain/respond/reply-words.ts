import type { IncidentSummary } from '../incident/view';
import { line } from '../notification/render/plain';
import type { ReplyAction } from './reply-code';

/** Words for a phone: what a reply came to, short enough for one text message and fit to be spoken. */
export function answeredWords(action: ReplyAction, incident: IncidentSummary, changed: boolean): string {
  const what = nameOf(incident);
  if (action === 'escalate') {
    return changed
      ? `${what} is escalated. Step ${incident.escalation.step} is being paged.`
      : `${what} was escalated by this page already.`;
  }
  const holder = incident.assignee ? ` ${line(incident.assignee.name, 60)} has it.` : '';
  return changed ? `${what} is acknowledged. Nobody else is paged.` : `${what} was acknowledged already.${holder}`;
}

const nameOf = ({ number, serviceName }: IncidentSummary): string =>
  `${number === null ? 'The incident' : `#${number}`} on ${line(serviceName, 60) || 'a service'}`;

export const HOW_TO_REPLY =
  'Reply 4 and the code of the text to acknowledge, 6 and the code to escalate. Example: 4 C7KX.';

export const HELP_WORDS = `OpsKnight pages people on call. ${HOW_TO_REPLY} STOP ends all texts to this number.`;

export const unknownCode = (code: string): string =>
  `There is no page with the code ${code} for this number, or it is older than 24 hours. Please look at the text again.`;

export const NO_CODE = `Which page? ${HOW_TO_REPLY}`;
export const NOT_YOURS = 'This number is not a verified contact method any more, so nothing was done.';
/** For a voice: a number sign is not spoken well. */
export const spokenWords = (words: string): string => words.replace(/#(\d+)/g, 'Incident $1');

export const NO_KEY = 'Nothing was done. Goodbye.';
export const NOT_NOW = 'That could not be done at the moment. Please send it again, or open the link in the text.';
