import {
  listServiceLines as listRows,
  type ServiceColumn,
  type ServiceLine,
} from '../../../db/repositories/service-lines';
import { refuse } from '../../../domain/access/permissions';
import { seerOf } from '../../../domain/access/seer';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, type Result } from '../../../domain/shared/result';
import type { Sort } from '../../../domain/shared/search';
import type { Context } from '../../context';
import { pageResult } from '../config/failures';

/** A page of services with team, policy and how many incidents are open. Failures: forbidden, invalid (cursor). */
export async function serviceLines(
  { actor, db }: Context,
  request: PageRequest & { q?: string; sort?: Sort<ServiceColumn> },
): Promise<Result<Page<ServiceLine>>> {
  const refusal = refuse(actor, 'config.read');
  return refusal ? err(refusal) : pageResult(await listRows(db, request, seerOf(actor)));
}
