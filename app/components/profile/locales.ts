/**
 * Languages that dates, times and numbers can be written in. Pages also come in their words where
 * `domain/notification/words` has them; the words of the console are English.
 */
const OFFERED = [
  'en',
  'en-GB',
  'en-US',
  'de',
  'es',
  'fr',
  'hi',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt-BR',
  'pt-PT',
  'sv',
  'tr',
  'uk',
  'zh-CN',
];

export type LocaleChoice = { value: string; word: string };

/** The languages to choose from, each by its own name, and the one that is set even if it is another. */
export function localeChoices(current: string): LocaleChoice[] {
  return [...new Set([...OFFERED, current])].map((value) => ({ value, word: nameOf(value) }));
}

function nameOf(locale: string): string {
  try {
    const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
    return `${name.charAt(0).toLocaleUpperCase(locale)}${name.slice(1)}`;
  } catch {
    return locale;
  }
}
