import { servicesOfPolicies } from '../../../db/repositories/names';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';

/** The services that page by each of these policies, by name. Failures: forbidden. */
export async function policyUses(
  { actor, db }: Context,
  { ids }: { ids: string[] },
): Promise<Result<{ id: string; name: string; policyId: string }[]>> {
  const refusal = refuse(actor, 'config.read');
  return refusal ? err(refusal) : ok(await servicesOfPolicies(db, ids));
}
