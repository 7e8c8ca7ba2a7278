import { putSetupDismissed } from '../../../db/repositories/setup';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { saveChange } from '../config/save';

/** Puts the list of the first set-up away for everybody, whatever is still open on it. Failures: forbidden. */
export async function dismissSetup(context: Context): Promise<Result<null>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  await saveChange(context, {
    action: 'setup.dismiss',
    targetKind: 'organisation',
    targetId: 'organisation',
    statements: [putSetupDismissed(db, now)],
    touches: 'none',
  });
  return ok(null);
}
