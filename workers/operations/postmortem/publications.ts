import { findPostmortem } from '../../../db/repositories/postmortems';
import { publicationsOf } from '../../../db/repositories/publications';
import { findStatusPage } from '../../../db/repositories/status-pages';
import { refuse } from '../../../domain/access/permissions';
import type { Publication } from '../../../domain/postmortem/publication';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import { pageUrl } from '../../../domain/status-page/page';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

/** With the name of the page and the address at which visitors read it. */
export type PublicationView = Publication & { pageName: string; url: string };

export async function publicationView({ db, config }: Context, one: Publication): Promise<PublicationView | null> {
  const page = await findStatusPage(db, one.pageId);
  if (!page) return null;
  return { ...one, pageName: page.name, url: `${pageUrl(config.appUrl, page)}/postmortems/${one.id}` };
}

/** On which status pages visitors read of a postmortem, and what. Failures: forbidden, not-found. */
export async function listPublications(
  context: Context,
  { id }: IdInput,
): Promise<Result<{ data: PublicationView[] }>> {
  const { actor, db } = context;
  const refused = refuse(actor, 'incident.read');
  if (refused) return err(refused);
  if (!(await findPostmortem(db, id))) return err(notFound('postmortem'));
  const views = await Promise.all((await publicationsOf(db, id)).map((one) => publicationView(context, one)));
  return ok({ data: views.filter((view) => view !== null) });
}
