import { findIncidentId } from '../../../db/repositories/incidents';
import { type Failure, failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';

export const noSuchIncident: Failure = failure('not-found', 'There is no such incident.');

/** Takes an id as it is, which needs no database, and looks a number up (`1042`, `#1042`). */
export async function resolveIncidentId(context: Context, id: string): Promise<Result<string>> {
  if (/^inc_[0-9a-z]{8,64}$/.test(id)) return ok(id);
  const number = /^#?(\d{1,9})$/.exec(id)?.[1];
  if (!number) return err(noSuchIncident);
  try {
    const found = await findIncidentId(context.db, Number(number));
    return found ? ok(found) : err(noSuchIncident);
  } catch {
    return err(
      failure('unavailable', 'Numbers cannot be looked up at the moment; the id of the incident still works.'),
    );
  }
}
