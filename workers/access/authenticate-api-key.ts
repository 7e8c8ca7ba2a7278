import { type ApiKeyView, findApiKey, touchApiKey } from '../../db/repositories/api-keys';
import { withoutConfiguration } from '../../domain/access/offline';
import { sha256Hex } from '../../domain/shared/hash';
import { type Instant, MINUTE } from '../../domain/shared/time';
import { type ApiKeyClaims, readApiKey } from './api-key';
import { type Authentication, type AuthenticationDoors, DATABASE_PATIENCE_MS, refused } from './authentication';
import { equalInConstantTime, utf8 } from './bytes';
import { within } from './within';

/**
 * Who an API key belongs to. The row decides (revoked, expired, scopes); while the database is away the key's own MAC
 * and claims do, from a cold isolate too (docs/decisions/001).
 */
export async function authenticateApiKey(doors: AuthenticationDoors, key: string): Promise<Authentication> {
  const read = await readApiKey(doors.config, key);
  if (!read) return refused('malformed');
  const found = await within(DATABASE_PATIENCE_MS, () => findApiKey(doors.db, read.claims.id));
  if (found.answered) return authenticateByRow(doors, key, found.value);
  return read.isOurs ? authenticateByClaims(read.claims, doors.now) : refused('bad-signature');
}

function authenticateByRow(
  { db, now, waitUntil }: AuthenticationDoors,
  key: string,
  row: (ApiKeyView & { hash: string }) | null,
): Authentication {
  if (!row || !equalInConstantTime(utf8(sha256Hex(key)), utf8(row.hash))) return refused('unknown');
  if (row.revokedAt !== null) return refused('revoked');
  if (row.expiresAt !== null && now >= row.expiresAt) return refused('expired');
  const noted = row.lastUsedAt ?? 0;
  // A note that fails is made up for by the next use.
  if (now - noted >= MINUTE) waitUntil(touchApiKey(db, row.id, now, now - MINUTE + 1).catch(() => undefined));
  return {
    kind: 'authenticated',
    actor: { kind: 'api-key', id: row.id, name: row.name, scopes: row.scopes },
    viewer: null,
    verifiedOffline: false,
    renewedCookie: null,
  };
}

function authenticateByClaims({ id, scopes, expiresAt }: ApiKeyClaims, now: Instant): Authentication {
  if (expiresAt !== null && now >= expiresAt) return refused('expired');
  return {
    kind: 'authenticated',
    // The key's name stands in the row only.
    actor: withoutConfiguration({ kind: 'api-key', id, name: `API key ${id}`, scopes }),
    viewer: null,
    verifiedOffline: true,
    renewedCookie: null,
  };
}
