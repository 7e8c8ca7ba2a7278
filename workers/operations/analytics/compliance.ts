import { namesOf } from '../../../db/repositories/names';
import { partsIn } from '../../../db/repositories/rollup-spans';
import { refuse } from '../../../domain/access/permissions';
import { type ComplianceLine, complianceLines } from '../../../domain/analytics/compliance';
import { dayOf, dayText, parseMonth } from '../../../domain/analytics/day';
import type { Figure } from '../../../domain/analytics/figures';
import { acknowledgedInTime, resolvedInTime } from '../../../domain/analytics/figures';
import type { ComplianceInput } from '../../../domain/analytics/filter';
import { addUp } from '../../../domain/analytics/sum';
import { csvOf } from '../../../domain/shared/csv';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';

/** How the targets of one calendar month (in UTC) were kept. */
export type ComplianceReport = {
  /** `2026-11` */
  month: string;
  incidents: number;
  acknowledged: Figure;
  resolved: Figure;
  lines: (ComplianceLine & { serviceName: string })[];
};

/** The month's compliance for each service and priority; this month if none is given. Failures: forbidden. */
export async function complianceReport(
  { actor, db, now }: Context,
  { month = dayText(dayOf(now)).slice(0, 7), ...filter }: ComplianceInput,
): Promise<Result<ComplianceReport>> {
  const refused = refuse(actor, 'incident.read');
  if (refused) return err(refused);
  const period = parseMonth(month) ?? { from: 0, to: 0 };
  const parts = await partsIn(db, [period], filter);
  const lines = complianceLines(parts, now);
  const names = await namesOf(
    db,
    'SERVICE',
    lines.map(({ serviceId }) => serviceId),
  );
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const sum = addUp(parts.map(({ measures }) => measures));
  return ok({
    month,
    incidents: sum.incidents,
    acknowledged: acknowledgedInTime(sum, now),
    resolved: resolvedInTime(sum, now),
    lines: lines
      .map((line) => ({ ...line, serviceName: nameOf.get(line.serviceId) ?? line.serviceId }))
      .toSorted((a, b) => a.serviceName.localeCompare(b.serviceName)),
  });
}

const partsOf = (figure: Figure): (number | null)[] =>
  figure.kind === 'share' ? [figure.part, figure.n, figure.value] : [];

/** The same as a file. Failures: forbidden. */
export async function complianceCsv(
  context: Context,
  input: ComplianceInput,
): Promise<Result<{ name: string; text: string }>> {
  const report = await complianceReport(context, input);
  if (!report.ok) return report;
  const head = ['service', 'priority', 'incidents'];
  const targets = ['acknowledged in time', 'with a target to acknowledge', 'share acknowledged'];
  const text = csvOf([
    [...head, ...targets, ...targets.map((word) => word.replace('acknowledge', 'resolve'))],
    ...report.value.lines.map((line) => [
      line.serviceName,
      line.priority,
      line.incidents,
      ...partsOf(line.acknowledged),
      ...partsOf(line.resolved),
    ]),
  ]);
  return ok({ name: `sla-${report.value.month}.csv`, text });
}
