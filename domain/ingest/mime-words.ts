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

/** White space between two encoded words is dropped (RFC 2047), so they are read as one run. */
const RUN = /=\?[^?\s]+\?[bq]\?[^?]*\?=(?:\s*=\?[^?\s]+\?[bq]\?[^?]*\?=)*/gi;
const WORD = /=\?([^?\s]+)\?([bq])\?([^?]*)\?=/gi;

/** Encoded words of headers, `=?UTF-8?Q?Gr=C3=B6=C3=9Fe?=` (RFC 2047); one that cannot be decoded stays as it is. */
export const decodeWords = (header: string): string => header.replace(RUN, decodeRun);

/** Senders cut a character of several bytes at the end of a word: words of one charset are decoded together. */
function decodeRun(run: string): string {
  let text = '';
  let pending: { charset: string; bytes: Uint8Array[] } | null = null;
  const flush = () => {
    if (pending) text += decodeBytes(concat(pending.bytes), pending.charset);
    pending = null;
  };
  for (const [word, charset = '', kind = '', encoded = ''] of run.matchAll(WORD)) {
    const isQ = kind.toLowerCase() === 'q';
    const bytes = isQ ? quotedPrintable(encoded.replace(/_/g, ' ')) : bytesFromBase64(encoded);
    if (pending?.charset !== charset.toLowerCase() || bytes === null) flush();
    if (bytes === null) text += word;
    else if (pending) pending.bytes.push(bytes);
    else pending = { charset: charset.toLowerCase(), bytes: [bytes] };
  }
  flush();
  return text;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

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
