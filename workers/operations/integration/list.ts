import { type Integration, listIntegrations as listRows } from '../../../db/repositories/integrations';
import { refuse } from '../../../domain/access/permissions';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, type Result } from '../../../domain/shared/result';
import type { NameSearch } from '../../../domain/shared/search';
import type { Context } from '../../context';
import { pageResult } from '../config/failures';

/** A page of integrations, of one service or of all, by name; only those whose names hold the words of `q`. Failures: forbidden, invalid (cursor). */
export async function listIntegrations(
  { actor, db }: Context,
  { serviceId, ...page }: PageRequest & NameSearch & { serviceId?: string },
): Promise<Result<Page<Integration>>> {
  const refusal = refuse(actor, 'config.read');
  return refusal ? err(refusal) : pageResult(await listRows(db, page, serviceId));
}
