import { findIncidentId } from '../../../db/repositories/incidents';
import { type Failure, failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';

export const noSuchIncident: Failure = failure('not-found', 'There is no such incident.');

/** Numbers never change their incident: the parts of one page need not each ask for the same. */
const known = new WeakMap<Context, Map<number, Promise<string | null>>>();

function idOf(context: Context, number: number): Promise<string | null> {
  const asked = known.get(context) ?? new Map<number, Promise<string | null>>();
  known.set(context, asked);
  const found = asked.get(number) ?? findIncidentId(context.db, number);
  asked.set(number, found);
  return found;
}

/** Takes an id as it is, which needs no database, and looks a number up (`1042`, `#1042`). */
export async function resolveIncidentId(context: Context, id: string): Promise<Result<string>> {
  if (/^inc_[0-9a-z]{8,64}$/.test(id)) return ok(id);
  const number = /^#?(\d{1,9})$/.exec(id)?.[1];
  if (!number) return err(noSuchIncident);
  try {
    const found = await idOf(context, Number(number));
    return found ? ok(found) : err(noSuchIncident);
  } catch {
    return err(
      failure('unavailable', 'Numbers cannot be looked up at the moment; the id of the incident still works.'),
    );
  }
}
