import { findIntegration, type Integration } from '../../../db/repositories/integrations';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

/** One integration, without its key. Failures: forbidden, not-found. */
export async function getIntegration({ actor, db }: Context, { id }: IdInput): Promise<Result<Integration>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const integration = await findIntegration(db, id);
  return integration ? ok(integration) : err(notFound('integration'));
}
