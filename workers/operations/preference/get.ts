import { findPreferences } from '../../../db/repositories/preferences';
import { findUser } from '../../../db/repositories/users';
import { refuse } from '../../../domain/access/permissions';
import type { Preferences } from '../../../domain/notification/preferences';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

/** How a person wants to be left in peace; mutes that have ended are left out. Failures: forbidden, not-found. */
export async function getPreferences({ actor, db, now }: Context, { id }: IdInput): Promise<Result<Preferences>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  if (!(await findUser(db, id))) return err(notFound('person'));
  const found = await findPreferences(db, id);
  return ok({ ...found, mutes: found.mutes.filter(({ until }) => until > now) });
}
