import { teamLines as lineRows, type TeamLine } from '../../../db/repositories/team-lines';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';

/** Lead, counts of members and services of these teams, in no order. Failures: forbidden. */
export async function teamLines({ actor, db }: Context, { ids }: { ids: string[] }): Promise<Result<TeamLine[]>> {
  const refusal = refuse(actor, 'config.read');
  return refusal ? err(refusal) : ok(await lineRows(db, ids));
}
