import { findService, type Service, updateService as updateRow } from '../../../db/repositories/services';
import { refuse } from '../../../domain/access/permissions';
import { mergeSettings, type UpdateServiceInput } from '../../../domain/service/input';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { given } from '../config/given';
import { missingFailure } from '../config/references';
import { saveChange } from '../config/save';
import { referencesOf } from './references';

/** Changes a service; what is left out stays, also within `settings`. Failures: forbidden, not-found, invalid. */
export async function updateService(
  context: Context,
  { id, settings, ...input }: UpdateServiceInput & IdInput,
): Promise<Result<Service>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const before = await findService(db, id);
  if (!before) return err(notFound('service'));
  const missing = await missingFailure(context, referencesOf(input));
  if (missing) return err(missing);
  const after: Service = {
    ...before,
    ...given(input),
    settings: mergeSettings(settings, before.settings),
    updatedAt: now,
  };
  await saveChange(context, {
    action: 'service.update',
    targetKind: 'service',
    targetId: id,
    before,
    after,
    statements: [updateRow(db, after)],
    touches: { services: [id] },
  });
  return ok(after);
}
