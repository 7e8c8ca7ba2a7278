import { and, eq, gt, isNotNull, sql } from 'drizzle-orm';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { contactMethods, schedules, scheduleWatches, shiftNoticeSettings, users } from '../schema';
import type { Statement } from './batch';
import { groupBy, inIds } from './listing';

/** Which notices somebody wants, and where. */
export type NoticeSettings = Omit<typeof shiftNoticeSettings.$inferSelect, 'userId' | 'updatedAt'>;

export const USUAL_NOTICES: NoticeSettings = {
  day: true,
  hour: true,
  start: true,
  changes: true,
  contactMethodId: null,
};

export async function findNoticeSettings(db: Db, userId: string): Promise<NoticeSettings> {
  const [row] = await db.select().from(shiftNoticeSettings).where(eq(shiftNoticeSettings.userId, userId));
  if (!row) return USUAL_NOTICES;
  const { userId: _id, updatedAt: _at, ...settings } = row;
  return settings;
}

export const putNoticeSettings = (db: Db, userId: string, settings: NoticeSettings, now: Instant): Statement =>
  db
    .insert(shiftNoticeSettings)
    .values({ userId, ...settings, updatedAt: now })
    .onConflictDoUpdate({ target: shiftNoticeSettings.userId, set: { ...settings, updatedAt: now } });

/** Somebody who can be told about shifts, with the verified contact methods that are switched on, oldest first. */
export type NoticeReceiver = Pick<typeof users.$inferSelect, 'id' | 'name' | 'email' | 'timezone' | 'locale'> & {
  settings: NoticeSettings;
  methods: Pick<typeof contactMethods.$inferSelect, 'id' | 'kind' | 'value'>[];
};

/** Those of `ids` who are ACTIVE. */
export async function noticeReceivers(db: Db, ids: readonly string[]): Promise<Map<string, NoticeReceiver>> {
  if (ids.length === 0) return new Map();
  const [people, settings, methods] = await db.batch([
    db
      .select({ id: users.id, name: users.name, email: users.email, timezone: users.timezone, locale: users.locale })
      .from(users)
      .where(and(inIds(users.id, ids), eq(users.status, 'ACTIVE'))),
    db.select().from(shiftNoticeSettings).where(inIds(shiftNoticeSettings.userId, ids)),
    db
      .select({
        id: contactMethods.id,
        userId: contactMethods.userId,
        kind: contactMethods.kind,
        value: contactMethods.value,
      })
      .from(contactMethods)
      .where(
        and(inIds(contactMethods.userId, ids), eq(contactMethods.enabled, true), isNotNull(contactMethods.verifiedAt)),
      )
      .orderBy(contactMethods.createdAt),
  ]);
  const methodsOf = groupBy(methods, ({ userId }) => userId);
  const settingsOf = new Map(settings.map(({ userId, updatedAt: _at, ...row }) => [userId, row]));
  return new Map(
    people.map((person) => [
      person.id,
      { ...person, settings: settingsOf.get(person.id) ?? USUAL_NOTICES, methods: methodsOf.get(person.id) ?? [] },
    ]),
  );
}

/** What people were last told of a schedule. */
export type ScheduleWatch = typeof scheduleWatches.$inferSelect;

export async function findWatch(db: Db, scheduleId: string): Promise<ScheduleWatch | null> {
  const [watch] = await db.select().from(scheduleWatches).where(eq(scheduleWatches.scheduleId, scheduleId));
  return watch ?? null;
}

export const putWatch = (db: Db, { scheduleId, ...watch }: ScheduleWatch): Statement =>
  db
    .insert(scheduleWatches)
    .values({ scheduleId, ...watch })
    .onConflictDoUpdate({ target: scheduleWatches.scheduleId, set: watch });

/**
 * Ids of schedules that the cron has to look at, at most `limit`: those with a notice due, and those that changed after
 * `since` and before `settled` and have not been looked at since.
 */
export async function schedulesToWatch(
  db: Db,
  { now, since, settled, limit }: { now: Instant; since: Instant; settled: Instant; limit: number },
): Promise<string[]> {
  const due = db
    .select({ id: scheduleWatches.scheduleId })
    .from(scheduleWatches)
    .where(sql`${scheduleWatches.nextAt} <= ${now}`)
    .orderBy(scheduleWatches.nextAt)
    .limit(limit);
  const changed = db
    .select({ id: schedules.id })
    .from(schedules)
    .leftJoin(scheduleWatches, eq(scheduleWatches.scheduleId, schedules.id))
    .where(
      and(
        gt(schedules.updatedAt, since),
        sql`${schedules.updatedAt} <= ${settled}`,
        sql`(${scheduleWatches.seenUpdatedAt} IS NULL OR ${scheduleWatches.seenUpdatedAt} < ${schedules.updatedAt})`,
      ),
    )
    .orderBy(schedules.updatedAt)
    .limit(limit);
  const [first, second] = await db.batch([due, changed]);
  return [...new Set([...first, ...second].map(({ id }) => id))].slice(0, limit);
}
