import { and, asc, count, eq, gt, lt, sql } from 'drizzle-orm';
import type { Layer, Schedule } from '../../domain/schedule/schedule';
import { hashedId } from '../../domain/shared/hash';
import { ID_PREFIXES } from '../../domain/shared/ids';
import type { Page, PageRequest } from '../../domain/shared/page';
import { DAY, type Instant, toIso } from '../../domain/shared/time';
import type { Db } from '../client';
import { scheduleLayers, scheduleOverrides, schedules, users } from '../schema';
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

/** Id, name and zone of those among `ids` that exist. */
export const scheduleNames = (db: Db, ids: readonly string[]): Promise<Pick<Row, 'id' | 'name' | 'timezone'>[]> =>
  db
    .select({ id: schedules.id, name: schedules.name, timezone: schedules.timezone })
    .from(schedules)
    .where(inIds(schedules.id, ids));

/** More schedules than this are asked about one by one. */
const MOST_AT_ONCE = 500;

/** In order of name; for who is on call everywhere. */
export async function allSchedules(db: Db, at: Instant): Promise<StoredSchedule[]> {
  const rows = await db.select().from(schedules).orderBy(asc(schedules.name), asc(schedules.id)).limit(MOST_AT_ONCE);
  return complete(db, rows, at);
}

/** Schedules in which a person has a turn, or has or gives up an override in force at `at` or later; by name. */
export async function schedulesOfPerson(db: Db, userId: string, at: Instant): Promise<StoredSchedule[]> {
  const rows = await db
    .select()
    .from(schedules)
    .where(
      sql`${schedules.id} IN (
        SELECT schedule_id FROM schedule_layers WHERE instr(layer, json_quote(${userId})) > 0
        UNION SELECT schedule_id FROM schedule_overrides WHERE user_id = ${userId} AND end_at > ${at})`,
    )
    .orderBy(asc(schedules.name), asc(schedules.id))
    .limit(MOST_AT_ONCE);
  return complete(db, rows, at);
}

/** Somebody whom a schedule names. `canBeReached`: has a verified contact method that is switched on. */
export type StaffRow = Pick<typeof users.$inferSelect, 'id' | 'name' | 'status' | 'timezone' | 'updatedAt'> & {
  canBeReached: boolean;
};

/** Those of `ids` who exist. */
export async function staffNamed(db: Db, ids: readonly string[]): Promise<StaffRow[]> {
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      status: users.status,
      timezone: users.timezone,
      updatedAt: users.updatedAt,
      methods: sql<number>`EXISTS (
        SELECT 1 FROM contact_methods m
          WHERE m.user_id = ${sql.identifier('users')}.${sql.identifier('id')} AND m.enabled = 1 AND m.verified_at IS NOT NULL)`,
    })
    .from(users)
    .where(inIds(users.id, ids));
  return rows.map(({ methods, ...row }) => ({ ...row, canBeReached: methods === 1 }));
}

/** More people than this are not looked through for a name. */
const MOST_PEOPLE = 5000;

/** Everybody who could be on call, for finding them by name or address. */
export const activePeople = (db: Db): Promise<{ id: string; name: string; email: string }[]> =>
  db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(eq(users.status, 'ACTIVE'))
    .limit(MOST_PEOPLE);

/** A service whose policy pages a schedule; `reachesOthers`: the policy names other targets too. */
export type PagingService = { id: string; name: string; policyId: string; policyName: string; reachesOthers: boolean };

const MOST_SERVICES = 200;

/** The services that page a schedule, by name. */
export async function servicesPaging(db: Db, scheduleId: string): Promise<PagingService[]> {
  const rows = await db.all<Omit<PagingService, 'reachesOthers'> & { others: number }>(sql`
    SELECT service.id, service.name, policy.id AS policyId, policy.name AS policyName,
      EXISTS (
        SELECT 1 FROM escalation_steps step JOIN escalation_targets target ON target.step_id = step.id
          WHERE step.policy_id = policy.id AND NOT (target.kind = 'SCHEDULE' AND target.target_id = ${scheduleId})
      ) AS others
    FROM services service JOIN escalation_policies policy ON policy.id = service.escalation_policy_id
    WHERE service.deleted_at IS NULL AND policy.id IN (
      SELECT step.policy_id FROM escalation_targets target JOIN escalation_steps step ON step.id = target.step_id
        WHERE target.kind = 'SCHEDULE' AND target.target_id = ${scheduleId})
    ORDER BY service.name, service.id LIMIT ${MOST_SERVICES}`);
  return rows.map(({ others, ...row }) => ({ ...row, reachesOthers: others === 1 }));
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
  ...insertOverrides(db, overrides),
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

/** In place: it keeps its rank in the order of creation. */
export const replaceOverride = (db: Db, { id, ...row }: StoredOverride): Statement =>
  db.update(scheduleOverrides).set(row).where(eq(scheduleOverrides.id, id));

/** More than this to come would make every answer about the schedule slow. */
export const MOST_OVERRIDES = 1000;

/** How many overrides of a schedule have not ended. */
export async function countOverrides(db: Db, scheduleId: string, now: Instant): Promise<number> {
  const [row] = await db
    .select({ found: count() })
    .from(scheduleOverrides)
    .where(and(eq(scheduleOverrides.scheduleId, scheduleId), gt(scheduleOverrides.endAt, now)));
  return row?.found ?? 0;
}

/** Those with a known id stay as they are: two imports of one calendar may cross. */
export const insertOverrides = (db: Db, overrides: readonly StoredOverride[]): Statement[] =>
  insertAll(overrides, 8, (chunk) => db.insert(scheduleOverrides).values(chunk).onConflictDoNothing());

/** Which of these ids are overrides already. */
export async function knownOverrides(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ id: scheduleOverrides.id })
    .from(scheduleOverrides)
    .where(inIds(scheduleOverrides.id, ids));
  return new Set(rows.map(({ id }) => id));
}

/** Overrides count as a change of their schedule: calendars tell by its time whether to look again. */
export const touchSchedule = (db: Db, id: string, now: Instant): Statement =>
  db.update(schedules).set({ updatedAt: now }).where(eq(schedules.id, id));

export const deleteOverride = (db: Db, id: string): Statement =>
  db.delete(scheduleOverrides).where(eq(scheduleOverrides.id, id));

export const deleteSchedule = (db: Db, id: string): Statement => db.delete(schedules).where(eq(schedules.id, id));

const insertLayers = (db: Db, scheduleId: string, layers: readonly Layer[]): Statement[] => {
  const idAt = (position: number) => hashedId(ID_PREFIXES.scheduleLayer, [scheduleId, position]);
  const rows = layers.map((layer, position) => ({ id: idAt(position), scheduleId, position, layer }));
  return insertAll(rows, 4, (chunk) => db.insert(scheduleLayers).values(chunk));
};
