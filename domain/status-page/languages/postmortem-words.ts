import type { PageLanguage } from '../page';

/** What a status page says of postmortems; times are put in ready. */
export type PostmortemWords = { postmortem: string; published: (time: string) => string };

export const POSTMORTEM_WORDS: Record<PageLanguage, PostmortemWords> = {
  en: { postmortem: 'Postmortem', published: (time) => `Published ${time}` },
  de: { postmortem: 'Nachbetrachtung', published: (time) => `Veröffentlicht: ${time}` },
  es: { postmortem: 'Análisis posterior', published: (time) => `Publicado: ${time}` },
  fr: { postmortem: 'Bilan d’incident', published: (time) => `Publié : ${time}` },
  ja: { postmortem: '事後報告', published: (time) => `公開日時：${time}` },
};
