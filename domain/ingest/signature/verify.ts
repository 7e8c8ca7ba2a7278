import { sha256Hex } from '../../shared/hash';
import { type Instant, MINUTE } from '../../shared/time';
import { type Claim, fromPaddedBase64, type Scheme, type SignedCall } from './claim';

/** How far the time of a signed call may be from ours, either way. */
export const SIGNATURE_TOLERANCE_MS = 5 * MINUTE;

/** What only the platform can do; passed in. `equal` takes the same time for all texts of one length. */
export type Primitives = {
  hmac: (
    hash: 'SHA-1' | 'SHA-256',
    key: Uint8Array<ArrayBuffer>,
    message: Uint8Array<ArrayBuffer>,
  ) => Promise<Uint8Array>;
  ed25519: (
    publicKey: Uint8Array<ArrayBuffer>,
    signature: Uint8Array<ArrayBuffer>,
    message: Uint8Array<ArrayBuffer>,
  ) => Promise<boolean>;
  equal: (a: Uint8Array, b: Uint8Array) => boolean;
};

/** A secret with the end of its time; null: it stands. */
export type SigningSecret = { secret: string; until: Instant | null };

/** `replayKey` names this very call: a second one with the same key is a replay. Null: nothing tells calls apart. */
export type Verdict = { ok: true; replayKey: string | null } | { ok: false; reason: string };

/**
 * Whether a call was signed with one of the secrets that stand at `now`. None set or none standing refuses: the caller
 * asks only where a signature is required. Never throws on what a stranger sends.
 */
export async function verifySignature(
  scheme: Scheme,
  call: SignedCall,
  secrets: readonly SigningSecret[],
  now: Instant,
  primitives: Primitives,
): Promise<Verdict> {
  let reason = `The signature (${scheme.where}) is missing or cannot be read.`;
  for (const { secret, until } of secrets) {
    if (secret === '' || (until !== null && until <= now)) continue;
    const claim = scheme.read(call, secret);
    if (!claim) continue;
    if (!(await holds(claim, call, secret, primitives))) {
      reason = `The signature (${scheme.where}) does not match.`;
      continue;
    }
    if (claim.kind !== 'token' && claim.sentAt !== null && Math.abs(now - claim.sentAt) > SIGNATURE_TOLERANCE_MS) {
      return { ok: false, reason: 'The signature is right, but its time is more than 5 minutes from ours.' };
    }
    return { ok: true, replayKey: replayKeyOf(claim, call) };
  }
  return { ok: false, reason };
}

async function holds(claim: Claim, call: SignedCall, secret: string, primitives: Primitives): Promise<boolean> {
  if (claim.kind === 'token') return primitives.equal(utf8(claim.given), utf8(secret));
  const message =
    claim.kind === 'hmac' && claim.prefixOnly ? utf8(claim.prefix) : joined(utf8(claim.prefix), call.body);
  if (claim.kind === 'ed25519') {
    const key = fromPaddedBase64(secret.replace(/^whpk_/, ''));
    if (key?.length !== 32) return false;
    for (const given of claim.given) if (await primitives.ed25519(key, given, message)) return true;
    return false;
  }
  const key = claim.key === 'text' ? utf8(secret) : fromPaddedBase64(secret.replace(/^whsec_/, ''));
  if (!key) return false;
  const mac = await primitives.hmac(claim.hash, key, message);
  let found = false;
  for (const given of claim.given) found = primitives.equal(given, mac) || found;
  return found;
}

/**
 * What was signed names the call. A vendor's own second try has a new time; the very same again is a replay, also with
 * another signature beside the right one or with a header changed that nobody signed.
 */
function replayKeyOf(claim: Claim, { text }: SignedCall): string | null {
  if (claim.kind === 'token' || (claim.kind === 'hmac' && claim.mayRepeat)) return null;
  if (claim.kind === 'ed25519') return sha256Hex(JSON.stringify([claim.prefix, text]));
  return sha256Hex(JSON.stringify([claim.delivery ?? null, claim.prefix, claim.prefixOnly ? '' : text]));
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));

function joined(prefix: Uint8Array, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(prefix.length + body.length);
  bytes.set(prefix);
  bytes.set(body, prefix.length);
  return bytes;
}
