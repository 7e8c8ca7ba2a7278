import { refuse } from '../../../domain/access/permissions';
import { type Finding, findings } from '../../../domain/schedule/coverage';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import { type Instant, toIso } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { findStaffed, type PersonRef } from './staffed';

/** A finding as the API has it; which members it has hangs on `kind` (`domain/schedule/coverage.ts`). */
export type FindingView = {
  kind: Finding['kind'];
  layer?: string;
  user?: PersonRef;
  at?: Instant;
  start?: string;
  end?: string;
};

/** What is wrong with a schedule, or will be within 30 days. Failures: forbidden, not-found. */
export async function scheduleHealth(context: Context, { id }: IdInput): Promise<Result<{ data: FindingView[] }>> {
  const refusal = refuse(context.actor, 'config.read');
  if (refusal) return err(refusal);
  const found = await findStaffed(context, id, context.now);
  if (!found) return err(notFound('schedule'));
  const staff = [...found.people.values()].map((person) => ({
    id: person.id,
    isActive: person.status === 'ACTIVE',
    canBeReached: person.canBeReached,
  }));
  return ok({ data: findings(found.schedule, staff, context.now).map((finding) => viewOf(finding, found.refOf)) });
}

function viewOf(finding: Finding, refOf: (id: string) => PersonRef): FindingView {
  switch (finding.kind) {
    case 'no-layers':
    case 'layer-empty':
    case 'layer-ended':
    case 'layer-ends-soon':
      return finding;
    case 'layer-single-person':
      return { ...finding, user: refOf(finding.user) };
    case 'person-inactive':
    case 'person-unreachable':
      return { kind: finding.kind, user: refOf(finding.user) };
    case 'gap':
      return { kind: finding.kind, start: toIso(finding.start), end: toIso(finding.end) };
  }
}
