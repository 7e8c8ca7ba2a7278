import { readHealth } from '../../../db/repositories/health';
import { refuse } from '../../../domain/access/permissions';
import { type HealthReport, healthOf, SAMPLES_KEPT_MS } from '../../../domain/health/health';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';

/** How the installation stands, from the last hour. Failures: forbidden. Throws while D1 does not answer. */
export async function healthReport({ actor, db, now }: Context): Promise<Result<HealthReport>> {
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  return ok(healthOf({ ...(await readHealth(db, now - SAMPLES_KEPT_MS)), now }));
}
