import { decode, sign, verify } from '@tsndr/cloudflare-worker-jwt';
import * as z from 'zod';
import { ROLES } from '../../domain/access/roles';
import type { Person } from '../../domain/access/viewer';
import { sha256Hex } from '../../domain/shared/hash';
import type { Instant } from '../../domain/shared/time';
import type { Config } from '../config';
import { macKey, newestKeyId } from './keyring';

/**
 * What a session's token says. `sid` holds 113 random bits and names the row through `sessionRowId`.
 * The person travels along, so that the screens and their actions work while the database is away (SEMANTICS 25).
 */
export type SessionToken = { sid: string; person: Person; issuedAt: Instant; expiresAt: Instant };

const claims = z.object({
  sub: z.string(),
  sid: z.string(),
  role: z.enum(ROLES),
  name: z.string(),
  email: z.string(),
  tz: z.string(),
  lang: z.string(),
  iat: z.number(),
  exp: z.number(),
});

/** The id of the `sessions` row: a hash, so that reading the table opens no session. */
export const sessionRowId = (sid: string): string => `ses_${sha256Hex(sid)}`;

/** A JWT (HS256) with the newest key. Seconds are rounded down. */
export async function signSessionToken(config: Config, token: SessionToken): Promise<string> {
  const kid = newestKeyId(config);
  const key = await macKey(config, 'session', kid);
  if (!key) throw new Error('Configuration: the newest key of APP_SECRETS is missing');
  const { sid, person, issuedAt, expiresAt } = token;
  const payload: z.infer<typeof claims> = {
    sub: person.id,
    sid,
    role: person.role,
    name: person.name,
    email: person.email,
    tz: person.timezone,
    lang: person.locale,
    iat: Math.floor(issuedAt / 1000),
    exp: Math.floor(expiresAt / 1000),
  };
  return sign(payload, key, { algorithm: 'HS256', header: { typ: 'JWT', kid } });
}

export type TokenVerdict =
  | { valid: true; token: SessionToken }
  | { valid: false; reason: 'malformed' | 'bad-signature' | 'expired' };

/** Checks form, signature (by the key that `kid` names, in the whole ring) and expiry against `now`; never throws on bad input. */
export async function verifySessionToken(config: Config, text: string, now: Instant): Promise<TokenVerdict> {
  const kid = keyIdOf(text);
  if (kid === null) return { valid: false, reason: 'malformed' };
  const key = await macKey(config, 'session', kid);
  if (!key) return { valid: false, reason: 'bad-signature' };
  // Expiry is ours to judge by `now`; the library would ask the clock.
  const verified = await verify(text, key, { algorithm: 'HS256', clockTolerance: Number.POSITIVE_INFINITY });
  if (!verified) return { valid: false, reason: 'bad-signature' };
  const parsed = claims.safeParse(verified.payload);
  if (!parsed.success) return { valid: false, reason: 'malformed' };
  const { sub, sid, role, name, email, tz, lang, iat, exp } = parsed.data;
  if (now >= exp * 1000) return { valid: false, reason: 'expired' };
  const person = { id: sub, role, name, email, timezone: tz, locale: lang };
  return { valid: true, token: { sid, person, issuedAt: iat * 1000, expiresAt: exp * 1000 } };
}

/** The `kid` of a text that has the form of a JWT, else null. The library throws on what is not one. */
function keyIdOf(text: string): string | null {
  if (text.length > 4096 || !/^[\w-]+\.[\w-]+\.[\w-]{43}$/.test(text)) return null;
  try {
    const { header, payload } = decode<unknown, { kid?: unknown }>(text);
    return typeof header.kid === 'string' && typeof payload === 'object' ? header.kid : null;
  } catch {
    return null;
  }
}
