import { type ApiKeyView, findApiKey, revokeApiKey as revokeRow } from '../../../db/repositories/api-keys';
import { recordAudit } from '../../../db/repositories/audit';
import { refuse } from '../../../domain/access/permissions';
import { failure } from '../../../domain/shared/errors';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';

/** Ends an API key for good; doing it again changes nothing. Failures: forbidden, not-found. */
export async function revokeApiKey(context: Context, { id }: IdInput): Promise<Result<ApiKeyView>> {
  const refusal = refuse(context.actor, 'secrets.write');
  if (refusal) return err(refusal);
  const { db, now } = context;
  const found = await findApiKey(db, id);
  if (!found) return err(failure('not-found', 'There is no such API key.'));
  const { hash: _, ...view } = found;
  if (view.revokedAt !== null) return ok(view);
  await db.batch([
    revokeRow(db, id, now),
    recordAudit(context, {
      action: 'api-key.revoke',
      targetKind: 'api-key',
      targetId: id,
      before: { name: view.name, revokedAt: null },
      after: { name: view.name, revokedAt: now },
    }),
  ]);
  return ok({ ...view, revokedAt: now });
}
