/** What breaks formats: markup, separators, folding, controls, halves of characters, and what takes many bytes. */
const PIECES = [
  ...['<b>', '</title>', ']]>', '<![CDATA[', '<!--', '-->', '<?xml ?>', '<script>', '&amp;', '&', '&#0;', '"', "'"],
  ...[
    '\n',
    '\r\n',
    '\r',
    '\t',
    '\u2028',
    '\u0085',
    '\u0000',
    '\u000b',
    '\u001b',
    '\u007f',
    '\ufffe',
    '\ud800',
    '\udc00',
  ],
  ...['END:VEVENT', 'BEGIN:VALARM', 'ATTACH:x', ',', ';', ':', '\\', '\\n', '\\,', ' ', '  '],
  ...[
    '😀',
    '👩‍🚒',
    'é',
    'e\u0301',
    '日本語のお知らせ',
    'ذ',
    '\u202e',
    'Ω',
    'https://example.com/a?b=c&d=<e>',
    'long'.repeat(30),
  ],
];

/** A text of up to forty of them; the same seed gives the same text, which is never empty. */
export function hostileText(seed: number): string {
  let state = (seed + 1) * 2_654_435_761;
  const below = (count: number): number => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
    return state % count;
  };
  return `T${Array.from({ length: 1 + below(40) }, () => PIECES[below(PIECES.length)]).join('')}.`;
}
