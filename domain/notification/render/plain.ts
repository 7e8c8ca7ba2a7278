// Titles, names and labels come from whoever can reach an integration key. What they carry beyond words (control
// characters, direction overrides, broken surrogates) can forge headers, lines or whole sentences, so it ends here.

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
const INVISIBLE = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/g;
const SPACES = /[\s\u0085]+/g;

/** Free of control characters, direction overrides and broken surrogates; line ends are LF. */
const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '');

/** Cut to `max` characters (UTF-16 units, never through a character), with `mark` at the end if something was lost. */
export function cut(text: string, max: number, mark = '…'): string {
  if (text.length <= max) return text;
  const kept = text.slice(0, Math.max(0, max - mark.length));
  return `${kept.replace(/[\ud800-\udbff]$/, '').trimEnd()}${mark}`;
}

/** One line of plain words, at most `max` characters. */
export const line = (text: string, max: number, mark?: string): string =>
  cut(
    clean(text.slice(0, 8 * max))
      .replace(SPACES, ' ')
      .trim(),
    max,
    mark,
  );

/** Paragraphs of plain words, at most `max` characters; never two empty lines in a row. */
export const paragraphs = (text: string, max: number): string =>
  cut(
    clean(text.slice(0, 8 * max))
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    max,
  );

/** An address that may become a link: http or https, without spaces, at most 2,000 characters. Null for anything else. */
export function webLink(address: string | null): string | null {
  if (!address || address.length > 2000 || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href.replaceAll('|', '%7C') : null;
}
