import { bytesFromBase64 } from './base64';

const ENCODER = new TextEncoder();

/** Bytes in the charset that a mail names; an unknown charset is read as UTF-8. */
export function decodeBytes(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset.split('*')[0]).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** Encoded words of headers, `=?UTF-8?Q?Gr=C3=B6=C3=9Fe?=` (RFC 2047); white space between two of them is dropped. */
export const decodeWords = (header: string): string =>
  header
    .replace(/(\?=)\s+(?==\?)/g, '$1')
    .replace(/=\?([^?\s]+)\?([bq])\?([^?]*)\?=/gi, (word, charset: string, kind: string, text: string) => {
      if (kind.toLowerCase() === 'q') return decodeBytes(quotedPrintable(text.replace(/_/g, ' ')), charset);
      const bytes = bytesFromBase64(text);
      return bytes === null ? word : decodeBytes(bytes, charset);
    });

/** Quoted-printable (RFC 2045 6.7) as bytes; what is no valid escape stays as it is. */
export function quotedPrintable(text: string): Uint8Array {
  const source = ENCODER.encode(text.replace(/=[ \t]*\n/g, ''));
  const bytes = new Uint8Array(source.length);
  let length = 0;
  for (let i = 0; i < source.length; i += 1) {
    const code = source[i] === 0x3d ? hexByte(source[i + 1], source[i + 2]) : null;
    bytes[length] = code ?? source[i] ?? 0;
    length += 1;
    if (code !== null) i += 2;
  }
  return bytes.subarray(0, length);
}

function hexByte(high: number | undefined, low: number | undefined): number | null {
  const digits = String.fromCharCode(high ?? 0, low ?? 0);
  return /^[0-9a-f]{2}$/i.test(digits) ? Number.parseInt(digits, 16) : null;
}
