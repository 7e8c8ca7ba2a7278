import { env } from 'cloudflare:test';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { runBatch } from '../../../db/repositories/batch';
import { countCohort } from '../../../db/repositories/cohorts';
import { incidentRecords, zonesOfPeople } from '../../../db/repositories/fact-records';
import { listIncidents } from '../../../db/repositories/incidents';
import { claimSpan, partsIn, putSpan } from '../../../db/repositories/rollup-spans';
import { cellsIn, replaceCells } from '../../../db/repositories/rollups';
import { DEMO_PAST, demoHistory } from '../../../db/seed/demo-history';
import { insertHistory } from '../../../db/seed/insert-history';
import { COHORTS, isIn } from '../../../domain/analytics/cohort';
import { dayOf } from '../../../domain/analytics/day';
import { factsOf, type IncidentFacts } from '../../../domain/analytics/facts';
import { measure } from '../../../domain/analytics/measures';
import { figuresOf } from '../../../domain/analytics/metrics';
import { daysOfSpan, joinCells, SPAN_DAYS, settledSpans } from '../../../domain/analytics/span';
import { addUp } from '../../../domain/analytics/sum';
import { DAY, MINUTE } from '../../../domain/shared/time';
import { addUpSpans } from '../../../workers/operations/analytics/add-up-spans';
import { analyticsReport } from '../../../workers/operations/analytics/report';
import { healRollups, rollUp } from '../../../workers/operations/analytics/roll-up';
import { adminContext, db, settle, taken } from '../config/support';

const context = adminContext();
const { now } = context;
const today = dayOf(now);
afterEach(settle);

/** Every incident's facts straight from the read model, as they are now. */
async function rawFacts(): Promise<IncidentFacts[]> {
  const ids = (await env.DB.prepare('SELECT id FROM incidents').all<{ id: string }>()).results.map(({ id }) => id);
  const records = await incidentRecords(db, ids);
  const zones = await zonesOfPeople(
    db,
    records.flatMap(({ notifications }) => notifications.map(({ userId }) => userId)),
  );
  return records.map((record) => factsOf(record, (user) => zones.get(user) ?? 'UTC'));
}

const rolled = async (from: number, to: number, filter = {}) =>
  figuresOf(addUp((await partsIn(db, [{ from, to }], filter)).map(({ measures }) => measures)), now);

beforeAll(async () => {
  await runBatch(db, insertHistory(db, demoHistory(now)));
  expect(await rollUp(context, 10)).toBe(DEMO_PAST);
});

const wholeSpans = async (): Promise<number> =>
  (await env.DB.prepare('SELECT count(*) AS n FROM rollup_spans WHERE is_whole').first<number>('n')) ?? 0;

describe.each(['days', 'spans'])('rollups of %s', (unit) => {
  beforeAll(async () => {
    if (unit === 'spans') expect(await addUpSpans(context, 100)).toBeGreaterThan(3);
  });

  it.each([
    ['all of it', 91, 0, {}],
    ['a single day', 20, 19, {}],
    ['a month', 45, 15, {}],
    ['a service', 91, 0, { serviceId: 'svc_demo_search' }],
    ['a team and an urgency', 60, 0, { teamId: 'team_demo_payments', urgency: 'HIGH' as const }],
    ['a priority', 91, 0, { priority: 'P3' as const }],
  ])('say of %s what the incidents themselves say', async (_, back, until, filter) => {
    const [from, to] = [today - back, today - until + 1];
    const raw = (await rawFacts()).filter(
      (one) =>
        one.day >= from &&
        one.day < to &&
        Object.entries(filter).every(([name, value]) => one[name as keyof IncidentFacts] === value),
    );
    expect(raw.length).toBeGreaterThan(0);
    expect(await rolled(from, to, filter)).toEqual(figuresOf(addUp([measure(raw)]), now));
  });

  it('count every day of a chart as its incidents do', async () => {
    const raw = await rawFacts();
    const { days } = taken(await analyticsReport(context, { days: 100 }));
    expect(days.filter(({ incidents }) => incidents > 0).length).toBeGreaterThan(50);
    for (const { day, ...counts } of days) {
      const own = raw.filter((one) => one.day === day);
      const interruptions = own.flatMap((one) => one.interruptions);
      const sleepHours = interruptions.filter(({ hours }) => hours === 'sleep').length;
      expect(counts).toEqual({ incidents: own.length, interruptions: interruptions.length, sleepHours });
    }
  });
});

describe('rollups', () => {
  it('agree with times read straight from the incidents’ rows', async () => {
    const { results } = await env.DB.prepare(
      'SELECT round((first_acknowledged_at - opened_at) / 1000.0) AS s FROM incidents WHERE first_acknowledged_at IS NOT NULL',
    ).all<{ s: number }>();
    const sorted = results.map(({ s }) => s).toSorted((a, b) => a - b);
    const figures = taken(await analyticsReport(context, { days: 100 })).figures;
    expect(figures.mtta).toMatchObject({
      n: sorted.length,
      p90: sorted[Math.ceil(sorted.length * 0.9) - 1],
      mean: sorted.reduce((sum, one) => sum + one, 0) / sorted.length,
    });
  });

  it('lead from every figure to exactly the incidents it was made of', async () => {
    const facts = await rawFacts();
    const period = { from: today - 91, to: today + 1 };
    for (const cohort of COHORTS) {
      const mine = facts.filter((one) => isIn(cohort, one, now));
      expect([cohort, (await countCohort(db, { period, cohort }, now)).incidents]).toEqual([cohort, mine.length]);
    }
    const sleep = facts.flatMap(({ interruptions }) =>
      interruptions.filter(({ userId, hours }) => userId === 'usr_demo_kenji' && hours === 'sleep'),
    );
    const found = await countCohort(db, { period, cohort: 'sleep-hours', userId: 'usr_demo_kenji' }, now);
    expect(found.interruptions).toBe(sleep.length);
  });

  it('count an old incident again when it changes, and forget it when it becomes private', async () => {
    const before = await rolled(today - 91, today + 1);
    const [first] = (await listIncidents(db, { limit: 1 }, { sees: 'all', id: null }))?.data ?? [];
    if (!first) throw new Error('no incident');
    const change = (set: string) =>
      env.DB.prepare(`UPDATE incidents SET seq = seq + 1, ${set} WHERE id = ?`).bind(first.id).run();

    await change("urgency = 'LOW', alert_count = alert_count + 1000");
    // Nobody has noted it: as after a crash between a projection and its note, looking through its day finds it.
    const day = dayOf(first.openedAt);
    const minute = Array.from({ length: 400 }, (_, i) => now + i * MINUTE).find(
      (at) => dayOf(at) - (Math.floor(at / MINUTE) % 400) === day,
    );
    await healRollups({ ...context, now: minute ?? now });
    const whole = await wholeSpans();
    expect(await rollUp(context, 1)).toBe(1);
    // Its span is read day by day again, until it is added up anew.
    expect(await wholeSpans()).toBe(whole - (day < today - 20 ? 1 : 0));
    const after = await rolled(today - 91, today + 1);
    expect(after['alerts-per-incident']).toMatchObject({
      value: (before['alerts-per-incident'] as { value: number }).value + 1000 / DEMO_PAST,
    });

    await change("visibility = 'PRIVATE'");
    await healRollups({ ...context, now: minute ?? now });
    await rollUp(context, 1);
    expect((await rolled(today - 91, today + 1)).incidents).toEqual({ kind: 'count', value: DEMO_PAST - 1 });
    expect((await countCohort(db, { period: { from: today - 91, to: today + 1 }, cohort: 'all' }, now)).incidents).toBe(
      DEMO_PAST - 1,
    );
  });

  it('keep an incident due that changed while it was counted, and one whose run never ended', async () => {
    const ids = (await env.DB.prepare('SELECT id FROM incidents LIMIT 2').all<{ id: string }>()).results;
    const [a, b] = ids.map(({ id }) => id);
    await env.DB.prepare('INSERT INTO facts_due (incident_id, taken_at) VALUES (?, ?), (?, ?)')
      .bind(a, now - DAY, b, now - MINUTE)
      .run();
    expect(await rollUp(context, 5)).toBe(1);
    expect(await env.DB.prepare('SELECT incident_id FROM facts_due').first<string>('incident_id')).toBe(b);
  });

  it('add no span up from what was read before one of its days changed', async () => {
    const [span = 0] = settledSpans(now).slice(-1);
    await runBatch(db, [claimSpan(db, span, now)]);
    const read = joinCells(await cellsIn(db, daysOfSpan(span)));
    expect(read.length).toBeGreaterThan(0);
    await runBatch(db, replaceCells(db, [{ day: span * SPAN_DAYS, serviceId: 'svc_demo_search' }], []));
    await runBatch(db, putSpan(db, span, now, read));
    const rows = await env.DB.prepare('SELECT count(*) AS n FROM rollup_span_cells WHERE span = ?').bind(span);
    expect(await rows.first<number>('n')).toBe(0);
    expect(await addUpSpans(context, 100)).toBe(1);
    expect(await rows.first<number>('n')).toBeGreaterThan(0);
  });
});
