import type { Statement } from '../../../db/repositories/batch';
import { runBatch } from '../../../db/repositories/batch';
import type { Permission } from '../../../domain/access/permissions';
import type { RecordKind } from '../../../domain/incident/edit';
import type { Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { type Acted, actOn } from './act';

/**
 * A change of what stands in D1: first the rows, which may be written twice, then the line in the logbook (SEMANTICS 16).
 * Only for what the caller has seen: ask `seeIncident` first.
 */
export async function recordOn(
  context: Context,
  id: string,
  { statements, entry, detail }: { statements: Statement[]; entry: RecordKind; detail: Record<string, unknown> },
  permission: Permission = 'incident.respond',
): Promise<Result<Acted>> {
  await runBatch(context.db, statements);
  return actOn(context, id, { kind: 'record', entry, detail }, permission);
}
