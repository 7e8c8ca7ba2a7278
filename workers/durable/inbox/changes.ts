import { insertChangeEvents } from '../../../db/repositories/change-events';
import type { ChangeEvent } from '../../../domain/ingest/change';
import { sha256Hex } from '../../../domain/shared/hash';
import { ID_PREFIXES } from '../../../domain/shared/ids';
import type { Instant } from '../../../domain/shared/time';
import { databaseOf } from '../../database';
import type { Env } from '../../env';
import type { InboxConfig } from '../ports';

/** `serviceId`: the one a rule has named; null: the inbox's own. */
type KeptChange = ChangeEvent & { serviceId: string | null; receivedAt: Instant };

const AT_ONCE = 50;

/** Kept until the read model has it. */
export const keepChange = (sql: SqlStorage, change: KeptChange): void => {
  sql.exec(
    'INSERT INTO changes (due_at, attempts, change) VALUES (?, 0, ?)',
    change.receivedAt,
    JSON.stringify(change),
  );
};

export const changeDueAt = (sql: SqlStorage): Instant | null =>
  sql.exec<{ at: number | null }>('SELECT min(due_at) AS at FROM changes').one().at;

/** Puts the changes that wait into the read model; may be done twice. While D1 is away they are tried again. */
export async function drainChanges(
  sql: SqlStorage,
  env: Env,
  { inbox, integration, plan }: InboxConfig,
  now: Instant,
): Promise<void> {
  const rows = sql
    .exec<{ id: number; attempts: number; change: string }>(
      'SELECT id, attempts, change FROM changes WHERE due_at <= ? ORDER BY id LIMIT ?',
      now,
      AT_ONCE,
    )
    .toArray();
  if (rows.length === 0) return;
  const events = rows.map(({ id, change }) => {
    const { serviceId, ...rest } = JSON.parse(change) as KeptChange;
    return {
      ...rest,
      id: `${ID_PREFIXES.changeEvent}_${sha256Hex(`${inbox}\n${id}`).slice(0, 16)}`,
      serviceId: serviceId ?? plan.service.id,
      integrationId: integration?.id ?? '',
      integrationName: integration?.name ?? '',
    };
  });
  const ids = JSON.stringify(rows.map(({ id }) => id));
  try {
    await insertChangeEvents(databaseOf(env), events);
    sql.exec('DELETE FROM changes WHERE id IN (SELECT value FROM json_each(?))', ids);
  } catch (error) {
    console.warn(`changes of inbox ${inbox} wait for the read model: ${String(error).slice(0, 100)}`);
    const wait = Math.min(1000 * 2 ** (rows[0]?.attempts ?? 0), 60_000);
    sql.exec(
      'UPDATE changes SET attempts = attempts + 1, due_at = ? WHERE id IN (SELECT value FROM json_each(?))',
      now + wait,
      ids,
    );
  }
}
