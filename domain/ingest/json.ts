/** What `readJson` gives: numbers that a double cannot hold come as text with all their digits. */
export type JsonRead = { ok: true; value: unknown } | { ok: false };

const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * JSON.parse that never throws and never loses digits: whole numbers beyond 2^53 come back as strings,
 * because vendors use them as identities and two of them would otherwise become one.
 */
export function readJson(text: string): JsonRead {
  try {
    const value: unknown = JSON.parse(text);
    if (!/\d{16}/.test(text)) return { ok: true, value };
    return { ok: true, value: JSON.parse(text.replace(TOKENS, keepDigits)) };
  } catch {
    return { ok: false };
  }
}

function keepDigits(token: string): string {
  if (token.startsWith('"') || !/^-?\d{16,}$/.test(token)) return token;
  return Number.isSafeInteger(Number(token)) ? token : `"${token}"`;
}
