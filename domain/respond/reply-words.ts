import type { IncidentSummary } from '../incident/view';
import { line } from '../notification/render/plain';
import { wordsFor } from '../notification/words/words';
import type { ReplyAction } from './reply-code';

/**
 * Words for a phone: what a reply came to, short enough for one text message and fit to be spoken, in the language of
 * whoever the page went to.
 */
export function answeredWords(
  action: ReplyAction,
  incident: IncidentSummary,
  changed: boolean,
  locale: string,
): string {
  const { answer, service } = wordsFor(locale);
  const name = { number: incident.number, service: line(incident.serviceName, 60) || service };
  if (action === 'escalate') {
    return changed ? answer.escalated(name, incident.escalation.step) : answer.escalatedBefore(name);
  }
  const holder = incident.assignee ? line(incident.assignee.name, 60) : null;
  return changed ? answer.acknowledged(name) : answer.acknowledgedBefore(name, holder);
}

/** For a voice: a number sign is not spoken well. */
export const spokenWords = (words: string, locale: string): string =>
  words.replace(/#(\d+)/g, wordsFor(locale).answer.spokenNumber);

/** The same where one message told of many; what was not acknowledged was over or snoozed by then. */
export function answeredAllWords(
  { acknowledged, total }: { acknowledged: number; total: number },
  locale: string,
): string {
  const { answer } = wordsFor(locale);
  return acknowledged === total ? answer.allAcknowledged(total) : answer.someAcknowledged(acknowledged, total);
}

// What is answered where nobody knows yet whose page it is about.
export const HOW_TO_REPLY =
  'Reply 4 and the code of the text to acknowledge, 6 and the code to escalate. Example: 4 C7KX.';
export const HELP_WORDS = `OpsKnight pages people on call. ${HOW_TO_REPLY} STOP ends all texts to this number.`;
export const NO_CODE = `Which page? ${HOW_TO_REPLY}`;
export const unknownCode = (code: string): string =>
  `There is no page with the code ${code} for this number, or it is older than 24 hours. Please look at the text again.`;
