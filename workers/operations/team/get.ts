import { findTeam, type Team } from '../../../db/repositories/teams';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

/** One team with all its members. Failures: forbidden, not-found. */
export async function getTeam({ actor, db }: Context, { id }: IdInput): Promise<Result<Team>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const team = await findTeam(db, id);
  return team ? ok(team) : err(notFound('team'));
}
