/** The picture in a `data:` address; null: there is none. */
export function readLogo(address: string | null | undefined): { type: string; body: Uint8Array<ArrayBuffer> } | null {
  const match = /^data:(image\/[a-z]+);base64,(.+)$/.exec(address ?? '');
  if (!match) return null;
  const body = Uint8Array.from(atob(match[2] ?? ''), (sign) => sign.charCodeAt(0));
  return { type: match[1] ?? 'image/png', body };
}
