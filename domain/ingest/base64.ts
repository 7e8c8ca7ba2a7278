/** Bytes from base64; null when it is none. Line breaks inside are fine. */
export function bytesFromBase64(text: string): Uint8Array | null {
  try {
    return Uint8Array.from(atob(text.replace(/\s+/g, '')), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

/** UTF-8 text from base64; null when it is none. */
export function textFromBase64(text: string): string | null {
  const bytes = bytesFromBase64(text);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}
