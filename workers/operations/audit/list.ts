import { type AuditView, listAudit as listRows } from '../../../db/repositories/audit';
import type { AuditListInput } from '../../../domain/access/audit';
import { refuse } from '../../../domain/access/permissions';
import type { Page } from '../../../domain/shared/page';
import { err, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { pageResult } from '../config/failures';

/** A page of the audit log, newest first. Failures: forbidden, invalid (cursor). */
export async function listAudit({ actor, db }: Context, input: AuditListInput): Promise<Result<Page<AuditView>>> {
  const refusal = refuse(actor, 'audit.read');
  if (refusal) return err(refusal);
  return pageResult(await listRows(db, input));
}
