import type { PushNotice } from '../content';
import type { Language } from '../words/words';

/** What the device is told: one JSON that WebKit shows by itself and that our service worker reads everywhere else. */
export type PushPayload = {
  web_push: 8030;
  notification: {
    title: string;
    body: string;
    navigate: string;
    tag: string;
    lang: Language;
    dir: 'auto';
    app_badge: string;
    data: PushData;
  };
  mutable: true;
  app_badge: number;
};

export type PushData = {
  url: string;
  isPage: boolean;
  /** Where the buttons of the notification post to; null: it has none. */
  acknowledge: string | null;
  escalate: string | null;
  /** How many incidents Acknowledge stands for; left out: one. */
  all?: number;
  /** Goes back to `/api/push/receipt` when the message has arrived; null where nobody waits for it. */
  receipt: string | null;
};

/** Push services need take 4,096 bytes of encrypted record; what goes in stays clear of that. */
const MOST_BYTES = 3_800;

/**
 * The declarative message (UX §3.4), which is also the ordinary one. `app_badge` stands in both places that releases of
 * WebKit read it from. The words are short enough by their renderers; addresses of hundreds of characters are not, so
 * whatever would make it too long is left out, the buttons first.
 */
export function pushPayload(
  words: { title: string; body: string },
  notice: PushNotice,
  receipt: string | null,
): PushPayload {
  const { url, isPage, links, all } = notice;
  const many = all === undefined ? {} : { all };
  const withButtons = payloadOf(words, { url, isPage, ...answersOf(links), ...many, receipt }, notice);
  if (bytesOf(withButtons) <= MOST_BYTES) return withButtons;
  return payloadOf(words, { url, isPage, acknowledge: null, escalate: null, receipt: null }, notice);
}

const answersOf = (links: PushNotice['links']) => ({
  acknowledge: links?.acknowledge ?? null,
  escalate: links?.escalate || null,
});

const payloadOf = (
  { title, body }: { title: string; body: string },
  data: PushData,
  { tag, language: lang }: PushNotice,
): PushPayload => ({
  web_push: 8030,
  notification: { title, body, navigate: data.url, tag, lang, dir: 'auto', app_badge: '1', data },
  mutable: true,
  app_badge: 1,
});

/** UTF-8 of its JSON; the pure part of the tree has no encoder, and `encodeURIComponent` spells bytes out as %XX. */
const bytesOf = (payload: PushPayload): number =>
  encodeURIComponent(JSON.stringify(payload).toWellFormed()).replace(/%../g, 'x').length;
