import { type IncidentTemplate, listTemplates as listRows } from '../../../db/repositories/incident-templates';
import { refuse } from '../../../domain/access/permissions';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { pageResult } from '../config/failures';

/** A page of incident templates by name. Failures: forbidden, invalid (cursor). */
export async function listTemplates(
  { actor, db }: Context,
  page: PageRequest,
): Promise<Result<Page<IncidentTemplate>>> {
  const refused = refuse(actor, 'config.read');
  return refused ? err(refused) : pageResult(await listRows(db, page));
}
