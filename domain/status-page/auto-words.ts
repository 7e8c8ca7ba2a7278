import type { PageLanguage } from './page';

const WORDS: Record<PageLanguage, { started: string; ended: string }> = {
  en: { started: 'The maintenance has begun.', ended: 'The maintenance is completed.' },
  de: { started: 'Die Wartung hat begonnen.', ended: 'Die Wartung ist abgeschlossen.' },
  es: { started: 'El mantenimiento ha comenzado.', ended: 'El mantenimiento ha terminado.' },
  fr: { started: 'La maintenance a commencé.', ended: 'La maintenance est terminée.' },
  ja: { started: 'メンテナンスを開始しました。', ended: 'メンテナンスが完了しました。' },
};

/** What is said of work that begins and ends by itself, in the language of the page. */
export const autoWords = (language: PageLanguage): { started: string; ended: string } => WORDS[language];
