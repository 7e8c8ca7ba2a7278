import { deleteTeam, findTeam } from '../../../db/repositories/teams';
import { usesOfTeam } from '../../../db/repositories/usage';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { inUse, notFound } from '../config/failures';
import { saveChange } from '../config/save';

/** Deletes a team that nothing pages or belongs to. Failures: forbidden, not-found, in-use. */
export async function removeTeam(context: Context, { id }: IdInput): Promise<Result<null>> {
  const { actor, db } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const before = await findTeam(db, id);
  if (!before) return err(notFound('team'));
  const used = inUse('team', before.name, await usesOfTeam(db, id));
  if (used) return err(used);
  await saveChange(context, {
    action: 'team.remove',
    targetKind: 'team',
    targetId: id,
    before,
    statements: [deleteTeam(db, id)],
    touches: 'none',
  });
  return ok(null);
}
