import { type ApiKeyView, insertApiKey } from '../../../db/repositories/api-keys';
import { recordAudit } from '../../../db/repositories/audit';
import { actorRef } from '../../../domain/access/actor';
import type { CreateApiKeyInput } from '../../../domain/access/api-key';
import { refuse } from '../../../domain/access/permissions';
import { failure } from '../../../domain/shared/errors';
import { sha256Hex } from '../../../domain/shared/hash';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import { makeApiKey } from '../../access/api-key';
import type { Context } from '../../context';

/** Makes an API key. Its text, `key`, is in this answer only: the table holds its hash. Failures: forbidden, invalid. */
export async function createApiKey(
  context: Context,
  input: CreateApiKeyInput,
): Promise<Result<ApiKeyView & { key: string }>> {
  const refusal = refuse(context.actor, 'secrets.write');
  if (refusal) return err(refusal);
  const { now, random, db, config } = context;
  if (input.expiresAt !== null && input.expiresAt <= now) {
    const fields = [{ path: 'expiresAt', message: 'Must be in the future' }];
    return err(failure('invalid', 'The key would have expired already.', { fields }));
  }
  // Whole seconds, as the key itself says it.
  const expiresAt = input.expiresAt === null ? null : Math.ceil(input.expiresAt / 1000) * 1000;
  const id = newId('apiKey', random);
  const key = await makeApiKey(config, { id, scopes: input.scopes, expiresAt }, random);
  const stored = {
    id,
    name: input.name,
    scopes: input.scopes,
    createdBy: actorRef(context.actor).id ?? null,
    createdAt: now,
    expiresAt,
  };
  await db.batch([
    insertApiKey(db, { ...stored, hash: sha256Hex(key) }),
    recordAudit(context, { action: 'api-key.create', targetKind: 'api-key', targetId: id, after: stored }),
  ]);
  return ok({ ...stored, lastUsedAt: null, revokedAt: null, key });
}
