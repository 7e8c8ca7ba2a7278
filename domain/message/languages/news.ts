import type { AnnouncementKind } from '../../incident/announcement';
import type { WatcherRole } from '../../incident/watcher';
import type { MentionContent, NewsContent } from '../incident-news';
import type { Facts } from './language';
import { type Said, saying } from './said';

/** What the watchers of an incident, and those who are named in a note, are told in one language. */
export type NewsWords = {
  kinds: Record<AnnouncementKind, string>;
  /** "#1042 resolved by Ana"; `by` is null where nobody did it. */
  what: (number: string, kind: string, by: string | null) => string;
  untitled: string;
  label: string;
  why: Record<WatcherRole, string>;
  mentioned: (by: string, number: string) => string;
};

const numbered = (number: number | null): string => (number === null ? '' : `#${number}`);

/** One sentence for the subject and one line, with what was said about it below. */
export function newsSaid(words: NewsWords, content: NewsContent, name: Facts['name']): Said {
  const by = content.by === null ? null : name(content.by);
  const what = words.what(numbered(content.number), words.kinds[content.news], by).trim();
  const title = name(content.title) || words.untitled;
  const line = `${what}: ${title} (${name(content.serviceName)})`;
  return saying(line, words.label, { before: [line, ...quoted(content.words)], after: [words.why[content.role]] });
}

export function mentionSaid(words: NewsWords, content: MentionContent, name: Facts['name']): Said {
  const title = name(content.title) || words.untitled;
  const line = `${words.mentioned(name(content.by), numbered(content.number)).trim()}: ${title}`;
  return saying(line, words.label, { before: [line, ...quoted(content.words)] });
}

/** Several lines in a mail stay several; nothing in them can end the mail's own header or paragraph. */
const quoted = (text: string | null): string[] =>
  text === null
    ? []
    : [
        text
          .replace(/\r\n?/g, '\n')
          .replace(/[^\P{Cc}\n]/gu, ' ')
          .trim()
          .slice(0, 1000),
      ].filter((line) => line !== '');
