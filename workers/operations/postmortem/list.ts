import { namesOf } from '../../../db/repositories/names';
import { listPostmortems as listRows } from '../../../db/repositories/postmortems';
import { refuse } from '../../../domain/access/permissions';
import type { PostmortemListInput } from '../../../domain/postmortem/input';
import type { Postmortem } from '../../../domain/postmortem/postmortem';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { pageResult } from '../config/failures';

export type ListedPostmortem = Postmortem & { serviceName: string };

/** A page of postmortems, the newest first. Failures: forbidden, invalid (cursor). */
export async function listPostmortems(
  { actor, db }: Context,
  input: PageRequest & PostmortemListInput,
): Promise<Result<Page<ListedPostmortem>>> {
  const refused = refuse(actor, 'incident.read');
  if (refused) return err(refused);
  const page = pageResult(await listRows(db, input));
  if (!page.ok) return page;
  const names = await namesOf(
    db,
    'SERVICE',
    page.value.data.map(({ serviceId }) => serviceId),
  );
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const data = page.value.data.map((one) => ({ ...one, serviceName: nameOf.get(one.serviceId) ?? one.serviceId }));
  return ok({ ...page.value, data });
}
