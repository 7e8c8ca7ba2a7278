import { namesOf } from '../../../db/repositories/names';
import { postmortemAsMarkdown } from '../../../domain/postmortem/markdown';
import type { IdInput } from '../../../domain/shared/input';
import { ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { getPostmortem } from './get';

/** A postmortem as a markdown file. Failures: forbidden, not-found. */
export async function exportPostmortem(
  context: Context,
  { id }: IdInput,
): Promise<Result<{ name: string; text: string }>> {
  const found = await getPostmortem(context, { id });
  if (!found.ok) return found;
  const { actionItems, serviceName, ...one } = found.value;
  const owners = actionItems.flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId]));
  const names = new Map((await namesOf(context.db, 'USER', owners)).map(({ id: user, name }) => [user, name]));
  const text = postmortemAsMarkdown(one, {
    items: actionItems,
    serviceName,
    nameOf: (user) => names.get(user) ?? user,
  });
  return ok({ name: `postmortem-${one.incidentNumber ?? one.incidentId}.md`, text });
}
