import { listServices } from '../../../db/repositories/services';
import { refuse } from '../../../domain/access/permissions';
import { problemsOf, type ReadinessProblem } from '../../../domain/plan/readiness';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Instant } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { compilePlanFor } from '../plan/compile';

type Named = { id: string; name: string };

/** One problem, with the services it was found through. */
export type ReadinessRow = ReadinessProblem & { services: Named[] };
export type ReadinessReport = { at: Instant; services: number; data: ReadinessRow[]; isComplete: boolean };

/** So many services are looked at; their plans are compiled one after the other. */
const MOST_SERVICES = 200;

/**
 * Everything that may keep a page from reaching somebody, over all services, worst first. `isComplete` is false in an
 * organisation with more services than are looked at. Failures: forbidden.
 */
export async function readinessReport(context: Context): Promise<Result<ReadinessReport>> {
  const refusal = refuse(context.actor, 'config.read');
  if (refusal) return err(refusal);
  const page = await listServices(context.db, { limit: MOST_SERVICES });
  const services = page?.data ?? [];
  const found = new Map<string, ReadinessRow>();
  for (const { id, name } of services) {
    const plan = await compilePlanFor(context, id);
    for (const problem of plan ? problemsOf(plan, context.now) : []) {
      const known = found.get(problem.key);
      if (known) known.services.push({ id, name });
      else found.set(problem.key, { ...problem, services: [{ id, name }] });
    }
  }
  const rank = { danger: 0, warning: 1 };
  const data = [...found.values()].sort((a, b) => rank[a.level] - rank[b.level]);
  return ok({ at: context.now, services: services.length, data, isComplete: !page?.nextCursor });
}
