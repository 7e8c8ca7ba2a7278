import { and, eq, gte, lte } from 'drizzle-orm';
import type { Db } from '../client';
import { scheduleHolidays } from '../schema';
import { insertAll, type Statement } from './batch';

/** A day such as `2026-12-25`, and what it is called. */
export type Holiday = Omit<typeof scheduleHolidays.$inferSelect, 'scheduleId'>;

/** By date; from `first` to `last`, both included, where they are given. */
export const holidaysOf = (db: Db, scheduleId: string, first = '0000', last = '9999'): Promise<Holiday[]> =>
  db
    .select({ date: scheduleHolidays.date, name: scheduleHolidays.name })
    .from(scheduleHolidays)
    .where(
      and(
        eq(scheduleHolidays.scheduleId, scheduleId),
        gte(scheduleHolidays.date, first),
        lte(scheduleHolidays.date, last),
      ),
    )
    .orderBy(scheduleHolidays.date);

/** These and no others. */
export const replaceHolidays = (db: Db, scheduleId: string, holidays: readonly Holiday[]): Statement[] => [
  db.delete(scheduleHolidays).where(eq(scheduleHolidays.scheduleId, scheduleId)),
  ...insertAll(holidays, 3, (chunk) =>
    db.insert(scheduleHolidays).values(chunk.map((holiday) => ({ scheduleId, ...holiday }))),
  ),
];
