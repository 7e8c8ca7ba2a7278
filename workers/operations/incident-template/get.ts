import { findTemplate, type IncidentTemplate } from '../../../db/repositories/incident-templates';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

/** One incident template. Failures: forbidden, not-found. */
export async function getTemplate({ actor, db }: Context, { id }: IdInput): Promise<Result<IncidentTemplate>> {
  const refused = refuse(actor, 'config.read');
  if (refused) return err(refused);
  const template = await findTemplate(db, id);
  return template ? ok(template) : err(notFound('incident template'));
}
