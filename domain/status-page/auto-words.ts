import type { PageLanguage } from './page';

type AutoWords = { started: string; ended: string; problem: (names: string) => string };

const WORDS: Record<PageLanguage, AutoWords> = {
  en: {
    started: 'The maintenance has begun.',
    ended: 'The maintenance is completed.',
    problem: (names) => `Problem with ${names}`,
  },
  de: {
    started: 'Die Wartung hat begonnen.',
    ended: 'Die Wartung ist abgeschlossen.',
    problem: (names) => `Störung: ${names}`,
  },
  es: {
    started: 'El mantenimiento ha comenzado.',
    ended: 'El mantenimiento ha terminado.',
    problem: (names) => `Problema con ${names}`,
  },
  fr: {
    started: 'La maintenance a commencé.',
    ended: 'La maintenance est terminée.',
    problem: (names) => `Incident : ${names}`,
  },
  ja: {
    started: 'メンテナンスを開始しました。',
    ended: 'メンテナンスが完了しました。',
    problem: (names) => `${names}の障害`,
  },
};

/** What is said of work that begins and ends by itself, and how a report of trouble is called, in the language of the page. */
export const autoWords = (language: PageLanguage): AutoWords => WORDS[language];
