import { runBatch } from '../../../db/repositories/batch';
import { incidentRecords, zonesOfPeople } from '../../../db/repositories/fact-records';
import { factsDone, markStaleFacts, takeFactsDue } from '../../../db/repositories/facts-due';
import {
  type DayOfService,
  daysOfIncidents,
  dropFacts,
  factsOfDays,
  putFacts,
  servicesOfDay,
} from '../../../db/repositories/incident-facts';
import { withoutDetails } from '../../../db/repositories/retention';
import { dropSpans } from '../../../db/repositories/rollup-spans';
import { cellsOfDays, replaceCells } from '../../../db/repositories/rollups';
import { type Cell, cellsOf, sameCells } from '../../../domain/analytics/cell';
import { type Day, dayOf, LONGEST_PERIOD } from '../../../domain/analytics/day';
import { factsOf } from '../../../domain/analytics/facts';
import { SPAN_DAYS, spanOf } from '../../../domain/analytics/span';
import { MINUTE } from '../../../domain/shared/time';
import type { Context } from '../../context';

/** Whose history is read at once. */
const PER_BATCH = 200;
/** Days of services that are rolled up at once; the rest of a batch follows. */
const PAIRS = 20;
/** Somebody whose account is gone has no clock of their own any more. */
const NO_ZONE = 'UTC';

/**
 * Makes facts and rollups of whatever has changed since, at most `batches` times 200 incidents. Answers how many it did.
 * Running twice, or being stopped anywhere, does no harm: what was not finished stays due.
 */
export async function rollUp(context: Context, batches: number): Promise<number> {
  let done = 0;
  for (let i = 0; i < batches; i += 1) {
    const ids = await takeFactsDue(context.db, context.now, PER_BATCH);
    if (ids.length === 0) break;
    await rollUpIncidents(context, ids);
    done += ids.length;
  }
  return done;
}

async function rollUpIncidents({ db, now }: Context, due: readonly string[]): Promise<void> {
  // What retention has left of an incident says less than what was counted while all of it stood.
  const bare = await withoutDetails(db, due);
  const ids = due.filter((id) => !bare.has(id));
  const [records, before] = await Promise.all([incidentRecords(db, ids), daysOfIncidents(db, ids)]);
  const people = records.flatMap(({ notifications }) => notifications.map(({ userId }) => userId));
  const zones = await zonesOfPeople(db, [...new Set(people)]);
  const facts = records.map((record) => factsOf(record, (user) => zones.get(user) ?? NO_ZONE));
  const kept = new Set(facts.map(({ id }) => id));
  const gone = ids.filter((id) => !kept.has(id));
  await runBatch(db, [putFacts(db, facts), dropFacts(db, gone)]);
  await rollUpDays(db, unique([...before, ...facts]));
  // Last, so that a run that is stopped anywhere before is done again.
  await runBatch(db, [factsDone(db, due, now)]);
}

async function rollUpDays(db: Context['db'], pairs: readonly DayOfService[]): Promise<void> {
  for (let i = 0; i < pairs.length; i += PAIRS) {
    const part = pairs.slice(i, i + PAIRS);
    const [facts, stored] = await Promise.all([factsOfDays(db, part), cellsOfDays(db, part)]);
    const cells = cellsOf(facts);
    // Most days that are looked through are as they were, and rows that are read cost a thousandth of rows written.
    const changed = part.filter((pair) => !sameCells(cells.filter(isOf(pair)), stored.filter(isOf(pair))));
    if (changed.length > 0)
      await runBatch(
        db,
        replaceCells(
          db,
          changed,
          cells.filter((cell) => changed.some((pair) => isOf(pair)(cell))),
        ),
      );
  }
}

const isOf =
  ({ day, serviceId }: DayOfService) =>
  (cell: Cell): boolean =>
    cell.day === day && cell.serviceId === serviceId;

function unique(pairs: readonly DayOfService[]): DayOfService[] {
  const names = new Map(pairs.map(({ day, serviceId }) => [`${day} ${serviceId}`, { day, serviceId }]));
  return [...names.values()];
}

/**
 * Looks through one day in each minute, so that all of the last 400 are looked through in less than seven hours: facts
 * that are behind are noted as due, and the day is rolled up anew where that says something else; a span is added up anew once in that time. Mends whatever was lost or half written.
 */
export async function healRollups({ db, now }: Context): Promise<void> {
  const day: Day = dayOf(now) - (Math.floor(now / MINUTE) % LONGEST_PERIOD);
  await markStaleFacts(db, day);
  await rollUpDays(db, await servicesOfDay(db, day));
  if (day % SPAN_DAYS === 0) await runBatch(db, [dropSpans(db, [spanOf(day)])]);
}
