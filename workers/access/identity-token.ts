import { decode, verify } from '@tsndr/cloudflare-worker-jwt';
import { at } from '../../domain/ingest/fields';
import { readJson } from '../../domain/ingest/json';
import { claimsProblem, type TokenExpectation } from '../../domain/ingest/signature/identity-token';
import { type Instant, MINUTE } from '../../domain/shared/time';
import { fetchText } from './fetch-text';

/** Google has two keys or three, Microsoft about ten. */
const KEYS_LIMIT = 100_000;
const KEPT_MS = 60 * MINUTE;
/** A stranger who names keys that do not exist makes us ask no more often than this. */
const ASK_AGAIN_MS = MINUTE;

type Keys = { at: Instant; byId: Map<string, JsonWebKey> };
export type FetchKeys = (url: string) => Promise<Map<string, JsonWebKey> | null>;

/** `retry`: the issuer's keys could not be had, so nothing is known yet. */
export type TokenVerdict = { ok: true } | { ok: false; reason: string; retry: boolean };

const refused = (reason: string): TokenVerdict => ({ ok: false, reason, retry: false });

/**
 * Whether this token (RS256, as `Authorization` carries it) was issued by whom, to whom and for whom it was expected.
 * A key that is not known yet is looked up at the issuer.
 */
export async function verifyIdentityToken(
  token: string | null,
  expected: TokenExpectation,
  now: Instant,
  fetchKeys: FetchKeys = fetchedKeys,
): Promise<TokenVerdict> {
  const read = token === null ? null : readToken(token);
  if (!token || !read) return refused('The call carries no token.');
  const keys = await keysFor(expected.keysUrl, read.kid, now, fetchKeys);
  if (!keys) return { ok: false, reason: 'The keys of the token’s issuer cannot be had.', retry: true };
  const key = keys.get(read.kid);
  if (!key) return refused('The token was signed with a key that its issuer does not have.');
  if (!(await holds(token, read.kid, key))) return refused('The signature of the token does not match.');
  const problem = claimsProblem(expected, read.claims, now);
  return problem === null ? { ok: true } : refused(problem);
}

function readToken(token: string): { kid: string; claims: Record<string, unknown> } | null {
  try {
    const { header, payload } = decode<Record<string, unknown>, { kid?: string }>(token);
    // Nothing but RS256: `none`, or a MAC with the public key as its secret, must not get further.
    if (header?.alg !== 'RS256' || typeof header.kid !== 'string' || !payload) return null;
    return { kid: header.kid, claims: payload };
  } catch {
    return null;
  }
}

async function holds(token: string, kid: string, key: JsonWebKey): Promise<boolean> {
  try {
    // Its times are judged with ours, which have a tolerance.
    const options = { algorithm: 'RS256', throwError: false, clockTolerance: Number.MAX_SAFE_INTEGER } as const;
    return (await verify(token, { ...key, kid, alg: 'RS256' }, options)) !== undefined;
  } catch {
    return false;
  }
}

const known = new Map<string, Keys>();

async function keysFor(url: string, kid: string, now: Instant, fetchKeys: FetchKeys) {
  const kept = known.get(url);
  const age = kept ? now - kept.at : Number.POSITIVE_INFINITY;
  if (kept && age < (kept.byId.has(kid) ? KEPT_MS : ASK_AGAIN_MS)) return kept.byId;
  const byId = await fetchKeys(url);
  // Keys that were good an hour ago are better than none while the issuer cannot be reached.
  if (!byId) return kept?.byId ?? null;
  known.set(url, { at: now, byId });
  return byId;
}

async function fetchedKeys(url: string): Promise<Map<string, JsonWebKey> | null> {
  const text = await fetchText(url);
  const read = text !== null && text.length < KEYS_LIMIT ? readJson(text) : null;
  const listed = read?.ok ? at(read.value, 'keys') : undefined;
  if (!Array.isArray(listed)) return null;
  const keys = (listed as (JsonWebKey & { kid?: unknown })[]).filter(({ kty }) => kty === 'RSA');
  return new Map(keys.flatMap((key) => (typeof key.kid === 'string' ? [[key.kid, key] as const] : [])));
}
