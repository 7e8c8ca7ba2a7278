import { lastPageOf } from '../../../db/repositories/last-page';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import { MINUTE } from '../../../domain/shared/time';
import type { Context } from '../../context';

const FRESH = 10 * MINUTE;

/** The incident that paged the caller last, within ten minutes, and that nobody has acknowledged; its id or null. */
export async function lastPage({ actor, db, now }: Context): Promise<Result<string | null>> {
  const refused = refuse(actor, 'incident.read');
  if (refused) return err(refused);
  return ok(actor.kind === 'user' ? await lastPageOf(db, actor.id, now - FRESH) : null);
}
