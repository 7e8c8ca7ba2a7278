import { addTags, removeTags, tagsOf } from '../../../db/repositories/incident-records';
import { refuse } from '../../../domain/access/permissions';
import type { TagsInput } from '../../../domain/incident/input';
import { MAX_TAGS } from '../../../domain/incident/tag';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { invalidField } from '../config/failures';
import { recordOn } from './record';
import { seeIncident } from './see';

/** Puts tags on an incident and takes others off; answers all it has then. Failures: forbidden, not-found, invalid. */
export async function changeTags(
  context: Context,
  { id, add = [], remove = [] }: TagsInput & { id: string },
): Promise<Result<{ tags: string[] }>> {
  const refused = refuse(context.actor, 'incident.respond');
  if (refused) return err(refused);
  const seen = await seeIncident(context, id);
  if (!seen.ok) return seen;
  const incidentId = seen.value.id;
  const before = await tagsOf(context.db, incidentId);
  const removed = remove.filter((tag) => before.includes(tag) && !add.includes(tag));
  const added = [...new Set(add)].filter((tag) => !before.includes(tag));
  const tags = [...before.filter((tag) => !removed.includes(tag)), ...added].toSorted();
  if (tags.length > MAX_TAGS) return err(invalidField('add', `An incident has at most ${MAX_TAGS} tags`));
  if (added.length + removed.length === 0) return ok({ tags });
  const statements = [...removeTags(context.db, incidentId, removed), ...addTags(context.db, incidentId, added)];
  const recorded = await recordOn(context, incidentId, {
    statements,
    entry: 'tags-changed',
    detail: { added, removed },
  });
  return recorded.ok ? ok({ tags }) : recorded;
}
