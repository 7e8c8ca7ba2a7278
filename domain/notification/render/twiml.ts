import { cut, line } from './plain';

const TWIML_MAX = 4_000;
const MOST_OFTEN = 3;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** Once more after a pause, because the first words are lost on whoever has just picked up. */
const spoken = (text: string, times: number): string =>
  `<Response>${`<Pause length="1"/><Say language="en-US">${escapeXml(text)}</Say>`.repeat(times)}<Hangup/></Response>`;

/**
 * The instructions of a call that says `text` up to three times: as often as 4,000 characters allow, and cut where even
 * once is too much (PROVIDERS: Twilio, `Twiml`). Nothing in `text` can become an instruction.
 */
export function renderTwiml(text: string): string {
  const words = line(text, TWIML_MAX) || 'This is OpsKnight.';
  for (let times = MOST_OFTEN; times > 0; times -= 1) {
    const twiml = spoken(words, times);
    if (twiml.length <= TWIML_MAX) return twiml;
  }
  const room = TWIML_MAX - spoken('', 1).length;
  const longestEntity = Math.max(...Object.values(ENTITIES).map(({ length }) => length));
  const most = spoken(cut(words, room), 1);
  return most.length <= TWIML_MAX ? most : spoken(cut(words, Math.floor(room / longestEntity)), 1);
}
