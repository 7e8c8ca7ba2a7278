import { cut, line } from './plain';

const TWIML_MAX = 4_000;
const MOST_OFTEN = 3;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const say = (text: string, language: string): string =>
  `<Say language="${escapeXml(language)}">${escapeXml(text)}</Say>`;

/** `keysTo`: where a pressed key is reported, null: none is listened for. `language` as Twilio names it. */
type Call = { keysTo: string | null; language: string };

/** Once more after a pause, because the first words are lost on whoever has just picked up. */
function spoken(text: string, times: number, { keysTo, language }: Call): string {
  const once = `<Pause length="1"/>${say(text, language)}`;
  const asked = `<Gather numDigits="1" timeout="5" action="${escapeXml(keysTo ?? '')}">${once}</Gather>`;
  return `<Response>${(keysTo === null ? once : asked).repeat(times)}<Hangup/></Response>`;
}

/**
 * The instructions of a call that says `text` up to three times: as often as 4,000 characters allow, and cut where even
 * once is too much (PROVIDERS: Twilio, `Twiml`). Nothing in `text` can become an instruction. With
 * `keysTo` a key is listened for while it speaks and for five seconds after, and reported to that address: who presses
 * none hears it again.
 */
export function renderTwiml(
  text: string,
  { keysTo = null, language = 'en-US' }: { keysTo?: string | null; language?: string | undefined } = {},
  mostOften = MOST_OFTEN,
): string {
  const call = { keysTo, language };
  const words = line(text, TWIML_MAX) || 'This is OpsKnight.';
  for (let times = mostOften; times > 0; times -= 1) {
    const twiml = spoken(words, times, call);
    if (twiml.length <= TWIML_MAX) return twiml;
  }
  const room = TWIML_MAX - spoken('', 1, call).length;
  const longestEntity = Math.max(...Object.values(ENTITIES).map(({ length }) => length));
  const most = spoken(cut(words, room), 1, call);
  return most.length <= TWIML_MAX ? most : spoken(cut(words, Math.floor(room / longestEntity)), 1, call);
}

/** The instructions that answer a text message with another one; null: with none. */
export const renderReply = (text: string | null): string =>
  text === null ? '<Response/>' : `<Response><Message>${escapeXml(text)}</Message></Response>`;

/** The instructions that say something once and end the call. */
export const renderLastWords = (text: string, language = 'en-US'): string =>
  `<Response>${say(text, language)}<Hangup/></Response>`;
