import { listPolicies as listRows } from '../../../db/repositories/escalation-policies';
import { refuse } from '../../../domain/access/permissions';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { NameSearch } from '../../../domain/shared/search';
import type { Context } from '../../context';
import { pageResult } from '../config/failures';
import { type PolicyView, viewOf } from './view';

/** A page of all escalation policies, by name; only those whose names hold the words of `q`. Failures: forbidden, invalid (cursor). */
export async function listPolicies(
  { actor, db }: Context,
  page: PageRequest & NameSearch,
): Promise<Result<Page<PolicyView>>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const found = pageResult(await listRows(db, page));
  return found.ok ? ok({ ...found.value, data: found.value.data.map(viewOf) }) : found;
}
