import { listTeams as listRows, type Team } from '../../../db/repositories/teams';
import { refuse } from '../../../domain/access/permissions';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, type Result } from '../../../domain/shared/result';
import type { NameSearch } from '../../../domain/shared/search';
import type { Context } from '../../context';
import { pageResult } from '../config/failures';

/** A page of all teams, by name; only those whose names hold the words of `q`. Failures: forbidden, invalid (cursor). */
export async function listTeams({ actor, db }: Context, page: PageRequest & NameSearch): Promise<Result<Page<Team>>> {
  const refusal = refuse(actor, 'config.read');
  return refusal ? err(refusal) : pageResult(await listRows(db, page));
}
