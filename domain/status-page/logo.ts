import { err, ok, type Result } from '../shared/result';

export const MOST_LOGO_BYTES = 64 * 1024;

/** What a picture begins with, by its type; the rest of the file is the browser's affair. */
const BEGINS: readonly (readonly [type: string, test: (text: string) => boolean])[] = [
  ['image/png', (text) => text.startsWith('\x89PNG\r\n\x1a\n')],
  ['image/jpeg', (text) => text.startsWith('\xff\xd8\xff')],
  ['image/gif', (text) => /^GIF8[79]a/.test(text)],
  ['image/webp', (text) => /^RIFF[\s\S]{4}WEBP/.test(text)],
];

/** The type of a picture by its first bytes, one character each; null: none that a page shows. */
const typeOf = (text: string): string | null => BEGINS.find(([, test]) => test(text))?.[0] ?? null;

/** Why a `data:` address is no logo; null: it is one. Its bytes must be what it says they are. */
export function logoProblem(address: string): string | null {
  const match = /^data:(image\/(?:png|jpeg|webp|gif));base64,([A-Za-z0-9+/]+=*)$/.exec(address);
  if (!match) return 'Must be a PNG, JPEG, WebP or GIF image';
  try {
    return typeOf(atob((match[2] ?? '').slice(0, 64))) === match[1] ? null : 'The picture is not what its type says';
  } catch {
    return 'Must be a PNG, JPEG, WebP or GIF image';
  }
}

/**
 * A picture that was uploaded, as the `data:` address a page keeps. What it is is read from its bytes, whatever its name
 * or its browser say; an SVG, which could hold a script, is none.
 */
export function logoOf(bytes: Uint8Array): Result<string, string> {
  if (bytes.length > MOST_LOGO_BYTES) return err('A logo has 64 KB at most');
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const type = typeOf(text);
  return type ? ok(`data:${type};base64,${btoa(text)}`) : err('Must be a PNG, JPEG, WebP or GIF image');
}
