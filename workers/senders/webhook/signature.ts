const PREFIX = 'whsec_';
const KEY_MIN = 24;
const KEY_MAX = 64;

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));

/** The bytes behind `whsec_`; null unless they are 24 to 64 in base64 (Standard Webhooks, symmetric secrets). */
function keyBytes(secret: string): Uint8Array<ArrayBuffer> | null {
  if (!secret.startsWith(PREFIX)) return null;
  try {
    const bytes = Uint8Array.from(atob(secret.slice(PREFIX.length)), (character) => character.charCodeAt(0));
    return bytes.length >= KEY_MIN && bytes.length <= KEY_MAX ? bytes : null;
  } catch {
    return null;
  }
}

async function signatureOf(key: Uint8Array<ArrayBuffer>, content: string): Promise<string> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', imported, utf8(content)));
  return `v1,${btoa(String.fromCharCode(...mac))}`;
}

/**
 * The three headers of Standard Webhooks: `id` is the same on each attempt and holds no full stop, `sentAt` is this
 * attempt's in epoch seconds, and each secret (two during a rotation) gives one signature over `id.sentAt.body`. Null
 * when there is no secret, or one that is not `whsec_` and 24 to 64 bytes in base64.
 */
export async function webhookHeaders(
  secrets: readonly string[],
  { id, sentAt, body }: { id: string; sentAt: number; body: string },
): Promise<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> | null> {
  const keys = secrets.map(keyBytes).filter((key) => key !== null);
  if (keys.length === 0 || keys.length < secrets.length || id.includes('.')) return null;
  const content = `${id}.${sentAt}.${body}`;
  const signatures = await Promise.all(keys.map((key) => signatureOf(key, content)));
  return { 'webhook-id': id, 'webhook-timestamp': String(sentAt), 'webhook-signature': signatures.join(' ') };
}
