import { cut } from '../../notification/render/plain';

type Escape = (text: string) => string;

const HTML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** For the HTML of Telegram and Google Chat, also inside a quoted attribute. They know these four entities only. */
export const escapeHtml: Escape = (text) => text.replace(/[&<>"]/g, (character) => HTML[character] ?? '');

/** A backslash before all that Discord's Markdown or its mentions could be made of. */
export const escapeMarkdown: Escape = (text) => text.replace(/[\\*_~`|<>#()[\]:@-]/g, (character) => `\\${character}`);

/**
 * Escaped and at most `max` characters. Cut before it is escaped, because an entity must not be cut in two: first to
 * `max`, and while what became of it is longer, shorter.
 */
export function escapedTo(text: string, max: number, escapeText: Escape): string {
  let kept = cut(text, max);
  for (let escaped = escapeText(kept); ; escaped = escapeText(kept)) {
    if (escaped.length <= max) return escaped;
    kept = cut(text, Math.floor((kept.length * max) / escaped.length) - 1);
  }
}
