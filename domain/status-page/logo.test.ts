import { describe, expect, it } from 'vitest';
import { logoOf, logoProblem, MOST_LOGO_BYTES } from './logo';

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const PNG = bytes('\x89PNG\r\n\x1a\n rest');

describe('a logo', () => {
  it('is read from its bytes, whatever it is called', () => {
    const png = logoOf(PNG);
    expect(png.ok && png.value).toBe(`data:image/png;base64,${btoa('\x89PNG\r\n\x1a\n rest')}`);
    expect(png.ok && logoProblem(png.value)).toBeNull();
    expect(logoOf(bytes('GIF89a…'.replace('…', '.'))).ok).toBe(true);
    expect(logoOf(bytes('RIFF\x01\x02\x03\x04WEBP')).ok).toBe(true);
  });

  it.each(['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', '<html>', 'nothing', ''])(
    'is never %j',
    (text) => {
      expect(logoOf(bytes(text)).ok).toBe(false);
    },
  );

  it('has a bound', () => {
    const large = new Uint8Array(MOST_LOGO_BYTES + 1);
    large.set(PNG);
    expect(logoOf(large)).toEqual({ ok: false, error: 'A logo has 64 KB at most' });
  });

  it('given as an address must be what it says', () => {
    expect(logoProblem(`data:image/png;base64,${btoa('GIF89a')}`)).toMatch(/not what its type says/);
    expect(logoProblem('data:image/svg+xml;base64,PHN2Zz4=')).toMatch(/Must be a PNG/);
    expect(logoProblem('https://elsewhere.example/logo.png')).toMatch(/Must be a PNG/);
  });
});
