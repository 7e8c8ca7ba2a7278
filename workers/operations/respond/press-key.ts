import { renderMessage } from '../../../domain/notification/render/render';
import { renderLastWords, renderTwiml } from '../../../domain/notification/render/twiml';
import { type Words, wordsFor } from '../../../domain/notification/words/words';
import { keysAddress } from '../../../domain/respond/keys-address';
import { actionOfKey } from '../../../domain/respond/reply-code';
import { answeredAllWords, answeredWords, spokenWords } from '../../../domain/respond/reply-words';
import type { Context } from '../../context';
import type { Respondent } from '../../durable/ports';
import { reasonOf } from '../plan/reason';
import { answerPage } from './act';
import { findRespondent } from './open-token';
import { isStillTheirs } from './own-number';

/** Keys pressed on a call about a notification; `turn` counts from 1, `number` is who was called, in E.164. */
export type KeyPress = { incidentId: string; notificationId: string; turn: number; number: string; keys: string };

const MOST_TURNS = 3;
/** The words of a call that hears keys hold no address. */
const SAY_AGAIN = { acknowledge: '', escalate: '', keys: true } as const;

/**
 * Answers a page by a key, in the name of whoever was called, by the same operations as the web: 4 acknowledges, 6
 * escalates, and anything else has the words said again, up to three times. Answers the call's next instructions.
 */
export async function answerByKey(context: Context, press: KeyPress): Promise<string> {
  let words = wordsFor('en');
  const say = (text: string): string => renderLastWords(text, words.spokenAs);
  try {
    const found = await findRespondent(context, press.incidentId, press.notificationId);
    if (!found.ok) return renderLastWords(found.error.message);
    const { locale } = found.value.content.recipient;
    words = wordsFor(locale);
    if (!(await isStillTheirs(context, found.value, press.number))) return say(words.answer.notYours);
    const action = actionOfKey(press.keys);
    if (!action) return sayAgain(context, press, found.value, words);
    const { incidentId, notificationId } = press;
    const token = { action, origin: 'voice' as const, incidentId, notificationId };
    const answered = await answerPage(context, { token, respondent: found.value });
    if (!answered.ok) return renderLastWords(answered.error.message);
    const { incident, changed, bundle } = answered.value;
    const text = bundle ? answeredAllWords(bundle, locale) : answeredWords(action, incident, changed, locale);
    return say(spokenWords(text, locale));
  } catch (error) {
    console.warn(`a key could not be carried out: ${reasonOf(error)}`);
    return say(words.answer.notNow);
  }
}

function sayAgain({ config }: Context, press: KeyPress, { content }: Respondent, words: Words): string {
  const { answer, spokenAs: language } = words;
  if (press.turn >= MOST_TURNS) return renderLastWords(answer.noKey, language);
  const next = keysAddress(config.appUrl, press.incidentId, press.notificationId, press.turn + 1);
  return renderTwiml(renderMessage('voice', content, SAY_AGAIN).text, { keysTo: next, language }, 1);
}
