/** Longest title, description, label key and label value that are kept. Longer ones are cut, never refused. */
export const TITLE_LIMIT = 500;
export const DESCRIPTION_LIMIT = 10_000;
export const LABEL_KEY_LIMIT = 128;
export const LABEL_VALUE_LIMIT = 1024;
const LINK_LIMIT = 8192;

/** Cuts to at most `limit` UTF-16 units, never through a surrogate pair. */
export function truncate(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const last = text.charCodeAt(limit - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, splitsPair ? limit - 1 : limit);
}

/** One line of readable text: control characters, line ends and runs of white space become one space. */
export function oneLine(text: string, limit: number): string {
  // Twice the limit is enough input: it keeps the regular expression off bodies of half a megabyte.
  const head = text.length > limit * 4 ? text.slice(0, limit * 4) : text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes.
  const line = head.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim();
  return truncate(line.toWellFormed(), limit);
}

/** Text of several lines: line ends become \n, other control characters but the tab go. */
export function manyLines(text: string, limit: number): string {
  const head = text.length > limit * 4 ? text.slice(0, limit * 4) : text;
  const clean = head
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
    .trim();
  return truncate(clean.toWellFormed(), limit);
}

/** The text itself when it is an absolute http(s) address, else null. Scripts and relative paths never become links. */
export function httpLink(text: string | null): string | null {
  if (text === null || text.length > LINK_LIMIT) return null;
  const link = text.trim();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: URL() would silently drop them.
  if (!/^https?:\/\/[^\s\u0000-\u001f]+$/i.test(link)) return null;
  return URL.canParse(link) ? link.toWellFormed() : null;
}
