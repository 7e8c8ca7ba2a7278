import { expect, it } from 'vitest';
import { localeChoices } from './locales';

it('offers languages by their own names, and never loses the one that is set', () => {
  expect(localeChoices('de')).toContainEqual({ value: 'de', word: 'Deutsch' });
  expect(localeChoices('cs').at(-1)).toEqual({ value: 'cs', word: 'Čeština' });
  expect(localeChoices('not-a-language-tag-!').at(-1)?.word).toBe('not-a-language-tag-!');
});
