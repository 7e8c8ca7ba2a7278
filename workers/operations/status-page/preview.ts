import { findStatusPage } from '../../../db/repositories/status-pages';
import type { ReportWithUpdates } from '../../../db/repositories/status-reports';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { PreviewPageInput } from '../../../domain/status-page/input';
import { baseUrl, type StatusPage } from '../../../domain/status-page/page';
import { publicPageOf } from '../../../domain/status-page/public';
import { homeHtml } from '../../../domain/status-page/render/home-html';
import type { StatusDocument } from '../../../domain/status-page/render/layout';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { given } from '../config/given';
import { gatherFacts } from './facts';
import { statesOf } from './states';

/**
 * A page as it would look with another look, without storing anything: made of the same public fields as the page
 * itself, in a document that only a page of this installation may frame. Failures: forbidden, not-found.
 */
export async function previewStatusPage(
  context: Context,
  { id, look }: PreviewPageInput & { id: string },
): Promise<Result<StatusDocument>> {
  const refusal = refuse(context.actor, 'config.read');
  if (refusal) return err(refusal);
  const page = await findStatusPage(context.db, id);
  if (!page) return err(notFound('status page'));
  return ok(await previewOf(context, { ...page, look: { ...page.look, ...given(look) } }, null));
}

/** The document of a page that may be another than what is stored, with a report that is not. Throws what D1 throws. */
export async function previewOf(
  context: Context,
  page: StatusPage,
  extra: ReportWithUpdates | null,
): Promise<StatusDocument> {
  const { config, now } = context;
  const facts = await gatherFacts(context, page);
  const reports = extra ? [extra, ...facts.reports] : facts.reports;
  const states = new Map([...(await statesOf(context, page, reports))].map(([id, { state }]) => [id, state]));
  const known = publicPageOf({ ...facts, page, states, reports }, now);
  const url = baseUrl(config.appUrl, { kind: 'slug', slug: page.slug });
  const { logo, logoDark } = page.look;
  return homeHtml({ page: known, url, language: page.language, preview: { logo, logoDark } });
}
