import { type ApiKeyPlace, type ApiKeyView, listApiKeys as listRows } from '../../../db/repositories/api-keys';
import { refuse } from '../../../domain/access/permissions';
import { failure } from '../../../domain/shared/errors';
import { decodeCursor, type Page, type PageInput, toPage } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';

/** A page of the API keys whose names hold the words of `q`, newest first, revoked ones too. Failures: forbidden, invalid (cursor). */
export async function listApiKeys(
  context: Context,
  input: PageInput & { q?: string | undefined },
): Promise<Result<Page<ApiKeyView>>> {
  const refusal = refuse(context.actor, 'secrets.write');
  if (refusal) return err(refusal);
  const after = input.cursor === undefined ? null : placeOf(input.cursor);
  if (after === undefined) {
    const fields = [{ path: 'cursor', message: 'Take it from nextCursor' }];
    return err(failure('invalid', 'This cursor is not one of ours.', { fields }));
  }
  const rows = await listRows(context.db, input.limit + 1, after, input.q);
  return ok(toPage(rows, input.limit, (row) => [String(row.createdAt), row.id]));
}

function placeOf(cursor: string): ApiKeyPlace | undefined {
  const [createdAt, id] = decodeCursor(cursor, 2) ?? [];
  if (createdAt === undefined || id === undefined || !/^\d{1,15}$/.test(createdAt)) return undefined;
  return { createdAt: Number(createdAt), id };
}
