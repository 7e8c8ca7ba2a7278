import { findPolicy } from '../../../db/repositories/escalation-policies';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { type PolicyView, viewOf } from './view';

/** One escalation policy with its steps. Failures: forbidden, not-found. */
export async function getPolicy({ actor, db }: Context, { id }: IdInput): Promise<Result<PolicyView>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const policy = await findPolicy(db, id);
  return policy ? ok(viewOf(policy)) : err(notFound('escalation policy'));
}
