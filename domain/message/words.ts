import { line } from '../notification/render/plain';
import { languageOf } from '../notification/words/words';
import type { Instant } from '../shared/time';
import type { MessageContent } from './content';
import { MESSAGE_LANGUAGES, type MessageLanguage } from './languages/language';
import { whenOf } from './when';

/** A message in words that every channel can be made of; clean, only escaping is left to do. */
export type MessageWords = {
  subject: string;
  /** For mail, before and after what it is about. */
  before: string[];
  link: { label: string; url: string } | null;
  code: string | null;
  after: string[];
  /** The same on one line, for channels that have no more. */
  short: string;
  /** The same to be heard: no addresses, digits one by one. */
  spoken: string;
};

const languageFor = (locale: string): MessageLanguage => MESSAGE_LANGUAGES[languageOf(locale)];

/** "OpsKnight for Acme"; an organisation that nobody has named is called OpsKnight itself. */
export function placeOf({ organisation, locale }: MessageContent): string {
  const name = line(organisation, 80);
  return name === '' || name === 'OpsKnight' ? 'OpsKnight' : languageFor(locale).placeOf(name);
}

/** What stands around every message, in a language tag's language. */
export const frameOf = (locale: string): Pick<MessageLanguage, 'hello' | 'sentBy' | 'greeting'> => languageFor(locale);

/** The words of one message in the receiver's language. Names are cut and cleaned; links and codes stand as they are. */
export function wordsOf(content: MessageContent): MessageWords {
  const language = languageFor(content.locale);
  const url = 'url' in content ? content.url : null;
  const moment = (at: Instant): string =>
    'timezone' in content ? whenOf(at, content.at, content.timezone, content.locale) : '';
  const { label, short, ...said } = language.say(content, {
    place: placeOf(content),
    name: (text) => line(text, 80),
    moment,
    span: ({ start, end }) => language.span(moment(start), moment(end)),
  });
  const clock = 'timezone' in content ? [language.clock(content.timezone)] : [];
  return {
    ...said,
    before: [...said.before, ...clock],
    link: url && label ? { label, url } : null,
    code: 'code' in content ? content.code : null,
    short: url ? `${short} ${url}` : short,
  };
}
