import {
  findIntegration,
  findSecrets,
  type Integration,
  updateIntegration,
} from '../../../db/repositories/integrations';
import { refuse } from '../../../domain/access/permissions';
import type { RotateIntegrationInput } from '../../../domain/integration/input';
import { integrationUrl, joinIntegrationKey, newIntegrationKey } from '../../../domain/integration/key';
import { sha256Hex } from '../../../domain/shared/hash';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import { MINUTE } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { saveChange } from '../config/save';
import type { IntegrationWithKey } from './create';

/**
 * Gives an integration a new key, in this answer only; the old one ends at once, or works on for so many minutes.
 * Failures: forbidden, not-found.
 */
export async function rotateIntegration(
  context: Context,
  { id, overlapMinutes = 0 }: IdInput & RotateIntegrationInput,
): Promise<Result<IntegrationWithKey>> {
  const { actor, config, db, now, random } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const [before, secrets] = await Promise.all([findIntegration(db, id), findSecrets(db, id)]);
  if (!before || !secrets) return err(notFound('integration'));
  const parts = newIntegrationKey(random, before.inbox);
  const previousKeyEndsAt = overlapMinutes > 0 ? now + overlapMinutes * MINUTE : null;
  const previousSecretHash = previousKeyEndsAt === null ? null : secrets.secretHash;
  const after: Integration = { ...before, previousKeyEndsAt, updatedAt: now };
  await saveChange(context, {
    action: 'integration.rotate',
    targetKind: 'integration',
    targetId: id,
    before,
    after,
    statements: [updateIntegration(db, { ...after, previousSecretHash, secretHash: sha256Hex(parts.secret) })],
    touches: { services: [after.serviceId] },
  });
  const key = joinIntegrationKey(parts);
  return ok({ ...after, key, url: integrationUrl(config.appUrl, after.type, key) });
}
