import { findPostmortem, postmortemOf } from '../../../db/repositories/postmortems';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { type PostmortemView, viewOf } from './view';

/** One postmortem with its action items. Failures: forbidden, not-found. */
export async function getPostmortem(context: Context, { id }: IdInput): Promise<Result<PostmortemView>> {
  const refused = refuse(context.actor, 'incident.read');
  if (refused) return err(refused);
  const found = await findPostmortem(context.db, id);
  return found ? ok(await viewOf(context, found)) : err(notFound('postmortem'));
}

/** Which postmortem an incident has; null: none. Failures: forbidden. */
export async function postmortemOfIncident(
  { actor, db }: Context,
  { incidentId }: { incidentId: string },
): Promise<Result<{ id: string; title: string } | null>> {
  const refused = refuse(actor, 'incident.read');
  if (refused) return err(refused);
  const found = await postmortemOf(db, incidentId);
  return ok(found && { id: found.id, title: found.title });
}
