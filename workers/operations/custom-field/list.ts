import { type CustomField, listCustomFields } from '../../../db/repositories/custom-fields';
import { refuse } from '../../../domain/access/permissions';
import type { Page } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';

/** All custom fields in order, on one page. Failures: forbidden. */
export async function listFields({ actor, db }: Context): Promise<Result<Page<CustomField>>> {
  const refused = refuse(actor, 'config.read');
  return refused ? err(refused) : ok({ data: await listCustomFields(db), nextCursor: null });
}
