import type { Language } from '../../notification/words/words';
import type { Instant } from '../../shared/time';
import type { MessageContent } from '../content';
import { GERMAN } from './de';
import { ENGLISH } from './en';
import { SPANISH } from './es';
import { FRENCH } from './fr';
import { JAPANESE } from './ja';
import type { Said } from './said';

/** What goes into the sentences of a message, in its language. */
export type Facts = {
  /** "OpsKnight for Acme". */
  place: string;
  name: (text: string) => string;
  moment: (at: Instant) => string;
  span: (span: { start: Instant; end: Instant }) => string;
};

/** Everything that messages which belong to no incident say in one language. */
export type MessageLanguage = {
  hello: (name: string) => string;
  sentBy: (place: string) => string;
  /** The installation of an organisation. */
  placeOf: (organisation: string) => string;
  greeting: string;
  /** From the first to the second. */
  span: (start: string, end: string) => string;
  /** On whose clock times are told. */
  clock: (timezone: string) => string;
  say: (content: MessageContent, facts: Facts) => Said;
};

export const MESSAGE_LANGUAGES: Record<Language, MessageLanguage> = {
  en: ENGLISH,
  de: GERMAN,
  es: SPANISH,
  fr: FRENCH,
  ja: JAPANESE,
};
