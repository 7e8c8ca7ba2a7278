import { listPolicies } from '../../../db/repositories/escalation-policies';
import { listServices } from '../../../db/repositories/services';
import { refuse } from '../../../domain/access/permissions';
import { type Backup, backupsOf } from '../../../domain/plan/duty';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { loadPlan } from '../../plan';

/** More policies than that are not looked through for a line on the home page. */
const MOST = 50;

/** Who is paged if the caller does not answer, by each policy that pages them now. Failures: forbidden. */
export async function myBackups({ actor, db, config, now }: Context): Promise<Result<Backup[]>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  if (actor.kind !== 'user') return ok([]);
  const [policies, services] = await Promise.all([listPolicies(db, { limit: MOST }), listServices(db, { limit: 1 })]);
  const used = policies?.data ?? [];
  const service = services?.data[0];
  if (!service || used.length === 0) return ok([]);
  const targets = used.flatMap(({ steps }) => steps.flatMap((step) => step.targets));
  const plan = await loadPlan(db, config, service.id, now, targets);
  return ok(plan ? backupsOf(actor.id, used, plan, now) : []);
}
