import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { type Holiday, holidaysOf, replaceHolidays } from '../../../db/repositories/schedule-holidays';
import { scheduleNames } from '../../../db/repositories/schedules';
import { refuse } from '../../../domain/access/permissions';
import type { HolidaysInput } from '../../../domain/schedule/holidays';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

export type HolidaysView = { holidays: Holiday[] };

/** The days that count as holidays on a schedule, by date. Failures: forbidden, not-found. */
export async function getHolidays({ actor, db }: Context, { id }: IdInput): Promise<Result<HolidaysView>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const [schedule] = await scheduleNames(db, [id]);
  return schedule ? ok({ holidays: await holidaysOf(db, id) }) : err(notFound('schedule'));
}

/** These days and no others. They are counted in fairness and for pay, and change nobody's shifts. Failures: as above. */
export async function putHolidays(
  context: Context,
  { id, holidays }: HolidaysInput & IdInput,
): Promise<Result<HolidaysView>> {
  const { actor, db } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const [schedule] = await scheduleNames(db, [id]);
  if (!schedule) return err(notFound('schedule'));
  const before = await holidaysOf(db, id);
  await runBatch(db, [
    ...replaceHolidays(db, id, holidays),
    recordAudit(context, {
      action: 'schedule.holidays',
      targetKind: 'schedule',
      targetId: id,
      before: { holidays: before },
      after: { holidays },
    }),
  ]);
  return ok({ holidays: await holidaysOf(db, id) });
}
