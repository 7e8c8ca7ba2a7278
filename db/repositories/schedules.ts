import { and, asc, eq, gt, lt, sql } from 'drizzle-orm';
import type { Layer, Schedule } from '../../domain/schedule/schedule';
import { hashedId } from '../../domain/shared/hash';
import { ID_PREFIXES } from '../../domain/shared/ids';
import type { Page, PageRequest } from '../../domain/shared/page';
import { DAY, type Instant, toIso } from '../../domain/shared/time';
import type { Db } from '../client';
import { scheduleLayers, scheduleOverrides, schedules } from '../schema';
import { insertAll, type Statement } from './batch';
import { groupBy, inIds, listPage } from './listing';

type Row = typeof schedules.$inferSelect;

export type StoredOverride = typeof scheduleOverrides.$inferSelect;
/** `overrides` are those in force at the asked instant or later, in order of creation. */
export type StoredSchedule = Row & { layers: Layer[]; overrides: StoredOverride[] };

/** The rowid keeps the order of creation, also of overrides that came in one request (R10o: the last created wins). */
const inOrderOfCreation = sql`${scheduleOverrides}.rowid`;

/** Overrides that begin later than this after an instant are left out where that instant is asked about. */
export const OVERRIDE_HORIZON = 400 * DAY;

const layersIn = (db: Db, ids: readonly string[]) =>
  db.select().from(scheduleLayers).where(inIds(scheduleLayers.scheduleId, ids)).orderBy(asc(scheduleLayers.position));

const overridesIn = (db: Db, ids: readonly string[], at: Instant) =>
  db
    .select()
    .from(scheduleOverrides)
    .where(
      and(
        inIds(scheduleOverrides.scheduleId, ids),
        gt(scheduleOverrides.endAt, at),
        lt(scheduleOverrides.startAt, at + OVERRIDE_HORIZON),
      ),
    )
    .orderBy(inOrderOfCreation);

async function complete(db: Db, rows: readonly Row[], at: Instant): Promise<StoredSchedule[]> {
  const ids = rows.map(({ id }) => id);
  const [layers, overrides] = await db.batch([layersIn(db, ids), overridesIn(db, ids, at)]);
  const layersOf = groupBy(layers, ({ scheduleId }) => scheduleId);
  const overridesOf = groupBy(overrides, ({ scheduleId }) => scheduleId);
  return rows.map((row) => ({
    ...row,
    layers: (layersOf.get(row.id) ?? []).map(({ layer }) => layer),
    overrides: overridesOf.get(row.id) ?? [],
  }));
}

export async function findSchedule(db: Db, id: string, at: Instant): Promise<StoredSchedule | null> {
  const [schedule] = await complete(db, await db.select().from(schedules).where(eq(schedules.id, id)), at);
  return schedule ?? null;
}

/** In order of name. */
export async function listSchedules(db: Db, page: PageRequest, at: Instant): Promise<Page<StoredSchedule> | null> {
  const found = await listPage(db, schedules, [schedules.name, schedules.id], page);
  return found && { ...found, data: await complete(db, found.data, at) };
}

/** More schedules than this are asked about one by one. */
const MOST_AT_ONCE = 500;

/** In order of name; for who is on call everywhere. */
export async function allSchedules(db: Db, at: Instant): Promise<StoredSchedule[]> {
  const rows = await db.select().from(schedules).orderBy(asc(schedules.name), asc(schedules.id)).limit(MOST_AT_ONCE);
  return complete(db, rows, at);
}

/** All overrides of one schedule, also past ones, in order of id. */
export const listOverrides = (db: Db, scheduleId: string, page: PageRequest): Promise<Page<StoredOverride> | null> =>
  listPage(db, scheduleOverrides, [scheduleOverrides.id], page, eq(scheduleOverrides.scheduleId, scheduleId));

/** The schedule in the format of `domain/schedule`. */
export const toSchedule = ({ timezone, layers, overrides }: Omit<StoredSchedule, keyof Row> & Row): Schedule => ({
  timezone,
  layers,
  overrides: overrides.map(({ userId, replacesUserId, startAt, endAt }) => ({
    user: userId,
    start: toIso(startAt),
    end: toIso(endAt),
    ...(replacesUserId ? { replaces: replacesUserId } : {}),
  })),
});

export const insertSchedule = (db: Db, { layers, overrides, ...row }: StoredSchedule): Statement[] => [
  db.insert(schedules).values(row),
  ...insertLayers(db, row.id, layers),
  ...insertAll(overrides, 8, (chunk) => db.insert(scheduleOverrides).values(chunk)),
];

/** The row and all layers as they are to be; overrides stay. */
export const replaceSchedule = (db: Db, { layers, overrides: _kept, ...row }: StoredSchedule): Statement[] => [
  db.update(schedules).set(row).where(eq(schedules.id, row.id)),
  db.delete(scheduleLayers).where(eq(scheduleLayers.scheduleId, row.id)),
  ...insertLayers(db, row.id, layers),
];

export const insertOverride = (db: Db, override: StoredOverride): Statement =>
  db.insert(scheduleOverrides).values(override);

export async function findOverride(db: Db, id: string): Promise<StoredOverride | null> {
  const [override] = await db.select().from(scheduleOverrides).where(eq(scheduleOverrides.id, id));
  return override ?? null;
}

export const deleteOverride = (db: Db, id: string): Statement =>
  db.delete(scheduleOverrides).where(eq(scheduleOverrides.id, id));

export const deleteSchedule = (db: Db, id: string): Statement => db.delete(schedules).where(eq(schedules.id, id));

const insertLayers = (db: Db, scheduleId: string, layers: readonly Layer[]): Statement[] => {
  const idAt = (position: number) => hashedId(ID_PREFIXES.scheduleLayer, [scheduleId, position]);
  const rows = layers.map((layer, position) => ({ id: idAt(position), scheduleId, position, layer }));
  return insertAll(rows, 4, (chunk) => db.insert(scheduleLayers).values(chunk));
};
