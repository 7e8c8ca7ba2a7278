// Long enough for any real part; keeps the expression below off megabytes.
const HEADER_LIMIT = 2000;

/** The text fields of a multipart/form-data body (RFC 7578); files become text fields too. Null when there is no boundary. */
export function readMultipart(contentType: string, body: string): Record<string, string> | null {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) return null;
  const fields = new Map<string, string>();
  const parts = `\n${body.replace(/\r\n/g, '\n')}`.split(`\n--${mark}`);
  if (parts.length < 2) return null;
  for (const part of parts.slice(1)) {
    if (part.startsWith('--')) break;
    const split = part.indexOf('\n\n');
    if (split < 0) continue;
    const name = /content-disposition:[^\n]*?[;\s]name=(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(
      part.slice(0, Math.min(split, HEADER_LIMIT)),
    );
    const key = name?.[1] ?? name?.[2];
    if (key !== undefined && !fields.has(key)) fields.set(key, part.slice(split + 2));
  }
  return Object.fromEntries(fields);
}
