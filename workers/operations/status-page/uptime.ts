import { changesSince } from '../../../db/repositories/status-facts';
import { findStatusPage } from '../../../db/repositories/status-pages';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import {
  monthsBefore,
  sinceOf,
  type UptimeInput,
  type UptimeMonth,
  uptimeAsCsv,
  uptimeMonths,
} from '../../../domain/status-page/uptime-report';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

export type UptimeReport = { name: string; slug: string; timezone: string; months: UptimeMonth[] };

/** Uptime of each component of a page by month, by the rules of the page. Failures: forbidden, not-found. */
export async function uptimeByMonth(
  { actor, db, now }: Context,
  { id, months: count }: UptimeInput & { id: string },
): Promise<Result<UptimeReport>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const page = await findStatusPage(db, id);
  if (!page) return err(notFound('status page'));
  const { name, slug, timezone, components } = page;
  const months = monthsBefore(now, timezone, count);
  const ids = components.map((component) => component.id);
  const changes = await changesSince(db, ids, sinceOf(months));
  return ok({ name, slug, timezone, months: uptimeMonths(components, changes, months, page.uptime) });
}

/** The same as a CSV file. Failures: forbidden, not-found. */
export async function uptimeCsv(
  context: Context,
  input: UptimeInput & { id: string },
): Promise<Result<{ name: string; text: string }>> {
  const report = await uptimeByMonth(context, input);
  if (!report.ok) return report;
  const { slug, months } = report.value;
  return ok({ name: `uptime-${slug}.csv`, text: uptimeAsCsv(months) });
}
