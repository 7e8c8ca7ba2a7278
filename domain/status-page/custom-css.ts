/** What a style sheet could load, run or break out with; each with why it is refused. */
const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/</, 'Must not hold <'],
  // Escapes could spell any of the words below.
  [/\\/, 'Must not hold a backslash'],
  [
    /@(import|charset|namespace|font-face)/i,
    'Must not load or rename anything with @import, @font-face, @charset or @namespace',
  ],
  [/(url|image|image-set|src|expression)\s*\(/i, 'Must not load anything with url() or image()'],
  [/-moz-binding|behavior\s*:/i, 'Must not bind scripts'],
];

/** Why a style sheet may not stand on a public page; null: it may. The page's policy loads nothing foreign either. */
export function cssProblem(css: string): string | null {
  // A comment between two halves of a word is none to a browser, but would hide it from this.
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return FORBIDDEN.find(([pattern]) => pattern.test(css) || pattern.test(plain))?.[1] ?? null;
}
