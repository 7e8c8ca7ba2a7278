import type { AlertSignal } from '../../../domain/escalation/alerts';
import type { By } from '../../../domain/escalation/machine';
import { isMoreUrgent, type Urgency } from '../../../domain/incident/incident';
import type { Instant } from '../../../domain/shared/time';

/** Repeats of one open key, `signal.count` of them, on their way to the incident that is open for it. */
export type Repeat = {
  signal: AlertSignal;
  incidentId: string;
  by: By;
  /** The tool's own time of the newest of them. */
  occurredAt?: Instant | null;
  serviceId?: string | null;
};

export const moreUrgent = (a: Urgency | null, b: Urgency | null): Urgency | null => {
  if (a === null || b === null) return a ?? b;
  return isMoreUrgent(b, a) ? b : a;
};

export const later = (a: Instant | null | undefined, b: Instant | null | undefined): Instant | null =>
  a === null || a === undefined ? (b ?? null) : Math.max(a, b ?? a);

/** Further repeats of the same key and incident, counted in. */
export function addUp(before: Repeat | undefined, repeat: Repeat): Repeat {
  const count = (before?.signal.count ?? 0) + repeat.signal.count;
  const urgency = moreUrgent(before?.signal.urgency ?? null, repeat.signal.urgency);
  const occurredAt = later(before?.occurredAt, repeat.occurredAt);
  return { ...repeat, occurredAt, signal: { ...repeat.signal, count, urgency } };
}

/** A row is written anew with each batch it takes in, so it must not grow for ever. In characters. */
const FULL_ROW = 64 * 1024;

type OpenRow = { id: number; repeats: Map<string, Repeat> };

/** Repeats in as many lists as their rows need; one that is larger than a row has it for itself. */
function inRows(repeats: readonly Repeat[]): Repeat[][] {
  const rows: Repeat[][] = [];
  let size = FULL_ROW;
  for (const repeat of repeats) {
    const more = JSON.stringify(repeat).length;
    if (size + more > FULL_ROW) {
      rows.push([]);
      size = 0;
    }
    rows.at(-1)?.push(repeat);
    size += more;
  }
  return rows;
}

/**
 * Repeats that are stored and not handed on yet. In a storm a batch of them is all that is written before its answers,
 * and a storm pays for each row, deleted ones too: so a batch is counted into the newest row, whose content is
 * remembered here, until that is full. After a restart that row is left as it is and the next batch begins another one.
 */
export class KeptRepeats {
  private newest: OpenRow | null = null;

  constructor(private readonly sql: SqlStorage) {}

  /** Inside a transaction; if that comes to nothing, `forget`. */
  keep(repeats: readonly Repeat[]): void {
    if (this.newest && this.keepIn(this.newest, repeats)) return;
    for (const row of inRows(repeats)) {
      const { id } = this.sql
        .exec<{ id: number }>('INSERT INTO repeats (repeats) VALUES (?) RETURNING id', JSON.stringify(row))
        .one();
      this.newest = { id, repeats: new Map(row.map((repeat) => [repeat.signal.dedupKey, repeat])) };
    }
  }

  private keepIn({ id, repeats: known }: OpenRow, repeats: readonly Repeat[]): boolean {
    const all = new Map(known);
    for (const repeat of repeats) {
      const { dedupKey } = repeat.signal;
      const before = all.get(dedupKey);
      if (before && before.incidentId !== repeat.incidentId) return false;
      all.set(dedupKey, addUp(before, repeat));
    }
    const row = JSON.stringify([...all.values()]);
    if (row.length > FULL_ROW) return false;
    this.sql.exec('UPDATE repeats SET repeats = ? WHERE id = ?', row, id);
    this.newest = { id, repeats: all };
    return true;
  }

  /** Takes out everything that was kept, in the order it came. */
  take(): Repeat[] {
    const rows = this.sql
      .exec<{ id: number; repeats: string }>('SELECT id, repeats FROM repeats ORDER BY id')
      .toArray();
    const last = rows.at(-1);
    if (last) this.sql.exec('DELETE FROM repeats WHERE id <= ?', last.id);
    this.forget();
    return rows.flatMap(({ repeats }) => JSON.parse(repeats) as Repeat[]);
  }

  /** What is remembered of the newest row may not be what is stored any more. */
  forget(): void {
    this.newest = null;
  }
}

export const hasRepeats = (sql: SqlStorage): boolean =>
  sql.exec<{ found: number }>('SELECT EXISTS (SELECT 1 FROM repeats) AS found').one().found === 1;
