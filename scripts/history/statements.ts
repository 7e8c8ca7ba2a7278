import { makeDb } from '../../db/client';
import { demoPast } from '../../db/seed/demo-history';
import { insertHistory } from '../../db/seed/insert-history';

/** Beyond whatever the product has given so far. */
const FIRST_NUMBER = 1_000_000;

type Written = { sql: string; params: unknown[] };

/** The statements that put `count` incidents of the last `days` days into the read model, in parts that fit a call. */
export function* historyStatements(count: number, days: number, now: number): Generator<Written> {
  // Nothing is run through it: it only writes SQL.
  const db = makeDb({} as D1Database);
  const past = demoPast({ count, days, now, firstNumber: FIRST_NUMBER });
  for (let i = 0; i < past.length; i += 1000)
    for (const statement of insertHistory(db, past.slice(i, i + 1000)))
      yield (statement as unknown as { toSQL: () => Written }).toSQL();
}
