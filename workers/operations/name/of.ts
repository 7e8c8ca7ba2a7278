import { type Named, namesOf as nameRows } from '../../../db/repositories/names';
import type { ReferenceKind } from '../../../db/repositories/references';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';

/** What these ids are called; those that are gone are left out. Failures: forbidden. */
export async function namesOf(
  { actor, db }: Context,
  { kind, ids }: { kind: ReferenceKind; ids: string[] },
): Promise<Result<Named[]>> {
  const refusal = refuse(actor, 'config.read');
  return refusal ? err(refusal) : ok(await nameRows(db, kind, ids));
}
