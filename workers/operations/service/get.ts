import { findService, type Service } from '../../../db/repositories/services';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

/** One service. Failures: forbidden, not-found. */
export async function getService({ actor, db }: Context, { id }: IdInput): Promise<Result<Service>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const service = await findService(db, id);
  return service ? ok(service) : err(notFound('service'));
}
