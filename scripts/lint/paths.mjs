// Where an import leads: a path in this tree, or a package.
import path from 'node:path';

const ENDINGS = ['', '.ts', '.tsx', '.mjs', '.d.ts', '/index.ts', '/index.tsx'];

/** The path that an import means, without its ending when it gave none; null for a package. */
export function targetPath(from, specifier) {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('~/')) return `app/${bare.slice(2)}`;
  if (!bare.startsWith('.')) return null;
  return path.posix.join(path.posix.dirname(from), bare);
}

/** The module of this tree that it is, or null. */
export function targetModule(from, specifier, isKnown) {
  const target = targetPath(from, specifier);
  const ending = target === null ? undefined : ENDINGS.find((candidate) => isKnown(target + candidate));
  return ending === undefined ? null : target + ending;
}
