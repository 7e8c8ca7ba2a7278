import { insertTeam, type Team } from '../../../db/repositories/teams';
import { refuse } from '../../../domain/access/permissions';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { CreateTeamInput } from '../../../domain/team/input';
import type { Context } from '../../context';
import { missingFailure } from '../config/references';
import { saveChange } from '../config/save';
import { referencesOf } from './references';

/** Adds a team. Failures: forbidden, invalid (unknown people). */
export async function createTeam(context: Context, input: CreateTeamInput): Promise<Result<Team>> {
  const { actor, db, now, random } = context;
  const refusal = refuse(actor, 'config.write') ?? (await missingFailure(context, referencesOf(input)));
  if (refusal) return err(refusal);
  const team: Team = { id: newId('team', random), ...input, createdAt: now, updatedAt: now };
  await saveChange(context, {
    action: 'team.create',
    targetKind: 'team',
    targetId: team.id,
    after: team,
    statements: insertTeam(db, team),
    touches: 'none',
  });
  return ok(team);
}
