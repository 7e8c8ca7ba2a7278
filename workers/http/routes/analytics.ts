import { OpenAPIHono, z } from '@hono/zod-openapi';
import { dayText } from '../../../domain/analytics/day';
import { analyticsInput, cohortInput, complianceInput, heatMapInput } from '../../../domain/analytics/filter';
import { METRICS } from '../../../domain/analytics/metrics';
import { textOfPeriod } from '../../../domain/analytics/report';
import { CSV_PARTS } from '../../../domain/analytics/report-csv';
import { PRIORITIES, URGENCIES } from '../../../domain/incident/incident';
import { idInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { serviceBudget } from '../../operations/analytics/budget';
import { analyticsIncidents } from '../../operations/analytics/cohort';
import { complianceCsv, complianceReport } from '../../operations/analytics/compliance';
import { heatMap } from '../../operations/analytics/heat-map';
import { loadReport } from '../../operations/analytics/load';
import { noiseReport } from '../../operations/analytics/noise';
import { analyticsReport } from '../../operations/analytics/report';
import { analyticsCsv } from '../../operations/analytics/report-csv';
import type { AppEnv } from '../app-env';
import { contextOf } from '../context-of';
import { csvResponse } from '../csv-response';
import { endpoint, PROBLEM, type ResourceApp } from '../endpoint';
import { failureOfZod, problem } from '../middleware/problem';
import { incidentAnswer } from './incident-answers';

const made: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag: 'analytics' };

const number = z.number().nullable();
const distribution = z.object({ n: z.int(), mean: number, median: number, p90: number, p95: number });
const share = z.object({ kind: z.literal('share'), value: number, part: z.int(), n: z.int() });
const figure = z
  .discriminatedUnion('kind', [
    distribution.extend({ kind: z.literal('durations') }),
    z.object({ kind: z.literal('duration'), value: number, n: z.int() }),
    share,
    z.object({ kind: z.literal('ratio'), value: number, n: z.int() }),
    z.object({ kind: z.literal('count'), value: z.int() }),
  ])
  .openapi('Figure', { description: 'Durations in seconds, shares from 0 to 1; null where there is no sample' });
const figures = z
  .record(z.enum(METRICS.map(({ id }) => id)), figure)
  .openapi('Figures', { description: METRICS.map(({ id, definition }) => `${id}: ${definition}`).join('\n') });
const group = z.object({ id: z.string().nullable(), figures });
const period = z.object({ from: z.iso.date(), to: z.iso.date() });
const hours = { business: z.int(), off: z.int(), sleep: z.int() };
const person = z.object({ userId: z.string(), ...hours, acknowledged: distribution });

const map = async <T, U>(result: Promise<Result<T>>, use: (value: T) => U): Promise<Result<U>> => {
  const settled = await result;
  return settled.ok ? ok(use(settled.value)) : err(settled.error);
};

endpoint(made, {
  method: 'get',
  path: '/',
  summary: 'All figures of a period of days in UTC, and of the period before',
  query: analyticsInput,
  answer: z
    .object({
      period,
      before: period,
      figures,
      figuresBefore: figures,
      days: z.array(z.object({ day: z.iso.date(), incidents: z.int(), interruptions: z.int(), sleepHours: z.int() })),
      services: z.array(group),
      teams: z.array(group),
      priorities: z.array(group.extend({ id: z.enum(PRIORITIES).nullable() })),
      urgencies: z.array(group.extend({ id: z.enum(URGENCIES).nullable() })),
      people: z.array(person),
      channels: z.array(
        z.object({
          channel: z.string(),
          provider: z.string(),
          taken: z.int(),
          arrived: z.int(),
          failed: z.int(),
          latency: distribution,
        }),
      ),
      names: z.record(z.string(), z.string()),
    })
    .openapi('AnalyticsReport'),
  run: (context: Context, input) =>
    map(analyticsReport(context, input), (report) => ({
      ...report,
      period: textOfPeriod(report.period),
      before: textOfPeriod(report.before),
      days: report.days.map(({ day, ...counts }) => ({ day: dayText(day), ...counts })),
    })),
});

endpoint(made, {
  method: 'get',
  path: '/incidents',
  summary: 'The incidents that a figure was made of, newest first',
  query: cohortInput,
  answer: z.object({
    data: z.array(
      incidentAnswer
        .pick({ id: true, number: true, status: true, urgency: true, priority: true, title: true, openedAt: true })
        .extend({ serviceId: z.string(), serviceName: z.string(), ackSeconds: number, resolveSeconds: number }),
    ),
    nextCursor: z.string().nullable(),
    counts: z.object({ incidents: z.int(), interruptions: z.int() }),
  }),
  run: analyticsIncidents,
});

const counts = { incidents: z.int(), alerts: z.int(), interruptions: z.int(), sleepHours: z.int() };
endpoint(made, {
  method: 'get',
  path: '/noise',
  summary: 'What kept coming back: the dedup keys that interrupted most',
  query: analyticsInput,
  answer: z.object({
    period,
    keys: z.array(
      z.object({
        serviceId: z.string(),
        serviceName: z.string(),
        dedupKey: z.string(),
        title: z.string(),
        ...counts,
        neverAcknowledged: z.int(),
        quickResolved: z.int(),
        integrationId: z.string().nullable(),
      }),
    ),
    nights: z.object({ keys: z.int(), part: z.number() }).nullable(),
  }),
  run: (context: Context, input) =>
    map(noiseReport(context, input), (report) => ({ ...report, period: textOfPeriod(report.period) })),
});

endpoint(made, {
  method: 'get',
  path: '/load',
  summary: 'Hours on call, interruptions by the hours of each person, and how much the schedules covered',
  query: analyticsInput,
  answer: z.object({
    period,
    people: z.array(person.extend({ name: z.string(), onCallHours: z.number(), nightHours: z.number() })),
    schedules: z.array(z.object({ id: z.string(), name: z.string(), covered: number, gapHours: z.number() })),
  }),
  run: (context: Context, input) =>
    map(loadReport(context, input), (report) => ({ ...report, period: textOfPeriod(report.period) })),
});

endpoint(made, {
  method: 'get',
  path: '/heat-map',
  summary: 'Interruptions by weekday (Monday first) and hour, on the clock of whoever was interrupted',
  query: heatMapInput,
  answer: z.object({ hours: z.array(z.array(z.int())), total: z.int() }),
  run: heatMap,
});

endpoint(made, {
  method: 'get',
  path: '/compliance',
  summary: 'How the targets of a month were kept, by service and priority',
  query: complianceInput,
  answer: z.object({
    month: z.string(),
    incidents: z.int(),
    acknowledged: figure,
    resolved: figure,
    lines: z.array(
      z.object({
        serviceId: z.string(),
        serviceName: z.string(),
        priority: z.enum(PRIORITIES).nullable(),
        incidents: z.int(),
        acknowledged: figure,
        resolved: figure,
      }),
    ),
  }),
  run: complianceReport,
});

endpoint(made, {
  method: 'get',
  path: '/services/{id}/error-budget',
  summary: 'How much of what a service may be down it was; in milliseconds',
  params: idInput,
  query: analyticsInput.pick({ days: true, from: true, to: true }),
  answer: z.object({
    target: z.number(),
    budget: z.number(),
    down: z.number(),
    left: z.number(),
    availability: number,
  }),
  run: (context, { id, ...input }) => serviceBudget(context, { ...input, serviceId: id }),
});

/** A file, which is no JSON. */
function file<Q extends z.ZodObject>(
  path: string,
  summary: string,
  query: Q,
  run: (context: Context, input: z.output<Q>) => Promise<Result<{ name: string; text: string }>>,
): void {
  made.app.openAPIRegistry.registerPath({
    method: 'get',
    path,
    summary,
    tags: [made.tag],
    request: { query },
    responses: { 200: { description: 'Done', content: { 'text/csv': { schema: z.string() } } }, default: PROBLEM },
  });
  made.app.get(path, async (c) => {
    const parsed = query.safeParse(c.req.query());
    if (!parsed.success) return problem(c, failureOfZod(parsed.error));
    const answer = await run(contextOf(c), parsed.data);
    return answer.ok ? csvResponse(answer.value) : problem(c, answer.error);
  });
}

file(
  '/export',
  'A part of the figures as CSV',
  analyticsInput.extend({ part: z.enum(CSV_PARTS).default('figures') }),
  analyticsCsv,
);
file('/compliance/export', 'The compliance of a month as CSV', complianceInput, complianceCsv);

export const { app: analytics } = made;
