import { pageWords } from '../languages/words';
import { type Indicator, indicatorOf } from '../summary';
import { STATE_OF } from './home-html';
import type { View } from './layout';
import { esc } from './text';

const COLOUR: Record<Indicator, string> = {
  none: '#12614f',
  maintenance: '#34539e',
  minor: '#855300',
  major: '#a8480b',
  critical: '#b0211a',
};

/** Width of a text of 11 px in a usual sans serif, near enough for a badge: wide signs count double. */
const widthOf = (text: string): number =>
  [...text].reduce((width, sign) => width + ((sign.codePointAt(0) ?? 0) > 0x2e7f ? 12 : 6.4), 0);

/** One line for a README or another page: the name, and in words what the whole is. */
export function badge({ page }: View): string {
  const indicator = indicatorOf(page);
  const word = pageWords(page.language).states[STATE_OF[indicator]];
  const name = page.name.slice(0, 40);
  const left = Math.round(widthOf(name) + 16);
  const right = Math.round(widthOf(word) + 16);
  const text = (x: number, width: number, words: string) =>
    `<text x="${x + width / 2}" y="14" textLength="${width - 16}" lengthAdjust="spacingAndGlyphs">${esc(words)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${esc(`${name}: ${word}`)}"><title>${esc(`${name}: ${word}`)}</title><path fill="#1a1916" d="M0 0h${left}v20H0z"/><path fill="${COLOUR[indicator]}" d="M${left} 0h${right}v20H${left}z"/><g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">${text(0, left, name)}${text(left, right, word)}</g></svg>`;
}
