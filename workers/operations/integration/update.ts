import {
  findIntegration,
  type Integration,
  updateIntegration as updateRow,
} from '../../../db/repositories/integrations';
import { refuse } from '../../../domain/access/permissions';
import type { UpdateIntegrationInput } from '../../../domain/integration/input';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { given } from '../config/given';
import { missingFailure, optional } from '../config/references';
import { saveChange } from '../config/save';
import { refuseSettings, routedReferences } from './settings';

/** Renames, moves or switches an integration, and sets its rules, mapping and alarm of silence; its key stays. Failures: forbidden, not-found, invalid (service). */
export async function updateIntegration(
  context: Context,
  { id, ...input }: UpdateIntegrationInput & IdInput,
): Promise<Result<Integration>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const before = await findIntegration(db, id);
  if (!before) return err(notFound('integration'));
  const missing =
    refuseSettings(before.type, input) ??
    (await missingFailure(context, [
      ...optional('SERVICE', input.serviceId, 'serviceId'),
      ...routedReferences(input.routingRules),
    ]));
  if (missing) return err(missing);
  const after: Integration = { ...before, ...given(input), updatedAt: now };
  await saveChange(context, {
    action: 'integration.update',
    targetKind: 'integration',
    targetId: id,
    before,
    after,
    statements: [updateRow(db, after)],
    touches: { services: [after.serviceId] },
  });
  return ok(after);
}
