import { and, asc, count, eq, gt, inArray, isNotNull, lte, ne } from 'drizzle-orm';
import { type HealthFacts, MARKS, type Mark, type SampleKind } from '../../domain/health/health';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { deliveries, healthMarks, healthSamples, notifications } from '../schema';
import type { Statement } from './batch';

export const insertSample = (db: Db, kind: SampleKind, value: number, at: Instant): Statement =>
  db.insert(healthSamples).values({ kind, value: Math.round(value), at });

export const putMark = (db: Db, key: Mark, at: Instant): Statement =>
  db.insert(healthMarks).values({ key, at }).onConflictDoUpdate({ target: healthMarks.key, set: { at } });

export const deleteSamplesBefore = (db: Db, before: Instant): Statement =>
  db.delete(healthSamples).where(lte(healthSamples.at, before));

/** Whether a kind was sampled since an instant. */
export async function wasSampled(db: Db, kind: SampleKind, since: Instant): Promise<boolean> {
  const [row] = await db
    .select({ n: count() })
    .from(healthSamples)
    .where(and(gt(healthSamples.at, since), eq(healthSamples.kind, kind)));
  return (row?.n ?? 0) > 0;
}

/** So many samples at most are read; in an hour with more the oldest are left out. */
const MOST_SAMPLES = 5_000;

export const readMarks = async (db: Db): Promise<HealthFacts['marks']> =>
  Object.fromEntries(
    (await db.select().from(healthMarks).where(inArray(healthMarks.key, MARKS))).map(({ key, at }) => [key, at]),
  );

const UNSENT = ['PENDING', 'SENDING', 'FAILED_TEMPORARILY'] as const;

/** When the oldest page in a state was made: one look into the index of states, however many pages there have been. */
const oldestIn = async (db: Db, state: (typeof UNSENT)[number]): Promise<Instant[]> => {
  const rows = await db
    .select({ at: notifications.createdAt })
    .from(notifications)
    .where(and(eq(notifications.state, state), eq(notifications.intent, 'page')))
    .orderBy(asc(notifications.createdAt))
    .limit(1);
  return rows.map(({ at }) => at);
};

/** What has been noticed since `since`. Throws what D1 throws. */
export async function readHealth(db: Db, since: Instant): Promise<Omit<HealthFacts, 'now'>> {
  const [marks, samples, unsent, errors] = await Promise.all([
    readMarks(db),
    db
      .select({ kind: healthSamples.kind, value: healthSamples.value })
      .from(healthSamples)
      .where(gt(healthSamples.at, since))
      .limit(MOST_SAMPLES),
    Promise.all(UNSENT.map((state) => oldestIn(db, state))),
    db
      .select({ provider: deliveries.provider, count: count() })
      .from(deliveries)
      .where(and(isNotNull(deliveries.error), gt(deliveries.at, since), ne(deliveries.state, 'SENT')))
      .groupBy(deliveries.provider),
  ]);
  return {
    marks,
    samples,
    oldestUnsentAt: unsent.flat().toSorted((a, b) => a - b)[0] ?? null,
    providerErrors: errors.map(({ provider, count: n }) => ({ provider: provider ?? 'none', count: n })),
  };
}
