import { findTeam, replaceTeam, type Team } from '../../../db/repositories/teams';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { UpdateTeamInput } from '../../../domain/team/input';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { given } from '../config/given';
import { missingFailure } from '../config/references';
import { saveChange } from '../config/save';
import { referencesOf } from './references';

/** Changes a team; what is left out stays, `members` replaces all. Failures: forbidden, not-found, invalid. */
export async function updateTeam(context: Context, { id, ...input }: UpdateTeamInput & IdInput): Promise<Result<Team>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const before = await findTeam(db, id);
  if (!before) return err(notFound('team'));
  const missing = await missingFailure(context, referencesOf(input));
  if (missing) return err(missing);
  const after: Team = { ...before, ...given(input), updatedAt: now };
  await saveChange(context, {
    action: 'team.update',
    targetKind: 'team',
    targetId: id,
    before,
    after,
    statements: replaceTeam(db, after),
    touches: { kind: 'TEAM', id },
  });
  return ok(after);
}
