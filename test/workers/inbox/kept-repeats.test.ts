import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, it } from 'vitest';
import { KeptRepeats, type Repeat } from '../../../workers/durable/inbox/repeats';

const repeat = (dedupKey: string, title = 'Disk full', incidentId = `inc_${dedupKey}`): Repeat => ({
  incidentId,
  by: { actor: { kind: 'integration', id: 'int_1', name: 'Monitor' }, origin: 'webhook' },
  signal: {
    ...{ inbox: 'inbox', dedupKey, title, severity: null, urgency: null, source: null, sourceLink: null },
    ...{ labels: {}, count: 1, at: 1 },
  },
});

const rowsOf = (sql: SqlStorage) => sql.exec<{ n: number }>('SELECT count(*) AS n FROM repeats').one().n;
const counts = (repeats: Repeat[]) => repeats.map(({ signal }) => [signal.dedupKey, signal.count]);

let objects = 0;
async function inStorage(check: (sql: SqlStorage) => void): Promise<void> {
  objects += 1;
  const stub = env.INBOX.get(env.INBOX.idFromName(`repeats-${objects}`)) as unknown as DurableObjectStub;
  await runInDurableObject(stub, (_object, { storage }) => check(storage.sql));
}

it('counts batch after batch into one row, and takes everything out of it once', () =>
  inStorage((sql) => {
    const kept = new KeptRepeats(sql);
    for (let batch = 0; batch < 100; batch += 1) kept.keep([repeat('a'), repeat('b')]);
    kept.keep([repeat('a', 'Disk fuller')]);
    expect(rowsOf(sql)).toBe(1);
    const taken = kept.take();
    expect(counts(taken)).toEqual([
      ['a', 101],
      ['b', 100],
    ]);
    expect(taken[0]?.signal.title).toBe('Disk fuller');
    expect(kept.take()).toEqual([]);
  }));

it('leaves what was stored before a restart as it is, and hands it on first', () =>
  inStorage((sql) => {
    new KeptRepeats(sql).keep([repeat('a'), repeat('b')]);
    const kept = new KeptRepeats(sql);
    kept.keep([repeat('b')]);
    kept.keep([repeat('b')]);
    expect(rowsOf(sql)).toBe(2);
    expect(counts(kept.take())).toEqual([
      ['a', 1],
      ['b', 1],
      ['b', 2],
    ]);
  }));

it('loses no repeat of a write that came to nothing, and counts none of it', () =>
  inStorage((sql) => {
    const kept = new KeptRepeats(sql);
    kept.keep([repeat('a')]);
    kept.keep([repeat('a')]);
    // As after a transaction that was rolled back: what is remembered is ahead of what is stored.
    sql.exec('UPDATE repeats SET repeats = ?', JSON.stringify([repeat('a')]));
    kept.forget();
    kept.keep([repeat('a')]);
    expect(counts(kept.take())).toEqual([
      ['a', 1],
      ['a', 1],
    ]);
  }));

it('begins another row for another incident of a key, and where a row would grow too long', () =>
  inStorage((sql) => {
    const kept = new KeptRepeats(sql);
    kept.keep([repeat('a')]);
    kept.keep([repeat('a', 'Disk full', 'inc_next')]);
    expect(rowsOf(sql)).toBe(2);
    kept.keep(['b', 'c', 'd'].map((key) => repeat(key, 'x'.repeat(40_000))));
    expect(rowsOf(sql)).toBe(5);
    expect(kept.take()).toHaveLength(5);
  }));
