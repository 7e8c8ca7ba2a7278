import { findIntegration, updateIntegration } from '../../../db/repositories/integrations';
import { refuse } from '../../../domain/access/permissions';
import { integrationUrl, joinIntegrationKey, newIntegrationKey } from '../../../domain/integration/key';
import { sha256Hex } from '../../../domain/shared/hash';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { saveChange } from '../config/save';
import type { IntegrationWithKey } from './create';

/** Gives an integration a new key, in this answer only; the old one ends at once. Failures: forbidden, not-found. */
export async function rotateIntegration(context: Context, { id }: IdInput): Promise<Result<IntegrationWithKey>> {
  const { actor, config, db, now, random } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const before = await findIntegration(db, id);
  if (!before) return err(notFound('integration'));
  const parts = newIntegrationKey(random, before.inbox);
  const after = { ...before, updatedAt: now };
  await saveChange(context, {
    action: 'integration.rotate',
    targetKind: 'integration',
    targetId: id,
    before,
    after,
    statements: [updateIntegration(db, { ...after, secretHash: sha256Hex(parts.secret) })],
    touches: { services: [after.serviceId] },
  });
  const key = joinIntegrationKey(parts);
  return ok({ ...after, key, url: integrationUrl(config.appUrl, after.type, key) });
}
