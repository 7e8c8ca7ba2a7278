import { OpenAPIHono, z } from '@hono/zod-openapi';
import { ok } from '../../../domain/shared/result';
import { toIso } from '../../../domain/shared/time';
import { readinessReport } from '../../operations/readiness/report';
import type { AppEnv } from '../app-env';
import { endpoint } from '../endpoint';

const made = { app: new OpenAPIHono<AppEnv>(), tag: 'readiness' };
const named = z.object({ id: z.string(), name: z.string() });

/** `kind` says what it is; the other fields are those of the kind (`domain/plan/readiness.ts`). */
const row = z
  .object({
    kind: z.string(),
    level: z.enum(['danger', 'warning']),
    subject: named.extend({ kind: z.enum(['SERVICE', 'POLICY', 'SCHEDULE', 'USER', 'ORGANISATION']) }),
    step: z.int().optional(),
    reason: z.string().optional(),
    urgency: z.string().optional(),
    channel: z.string().optional(),
    start: z.iso.datetime().optional(),
    end: z.iso.datetime().optional(),
    count: z.int().optional(),
    services: z.array(named),
  })
  .openapi('ReadinessProblem');

endpoint(made, {
  method: 'get',
  path: '/',
  summary: 'What may keep a page from reaching somebody, over all services',
  answer: z.object({ at: z.iso.datetime(), services: z.int(), isComplete: z.boolean(), data: z.array(row) }),
  run: async (context) => {
    const report = await readinessReport(context);
    if (!report.ok) return report;
    const { at, services, isComplete, data } = report.value;
    const rows = data.map(({ key: _key, ...problem }) =>
      problem.kind === 'schedule-gap' ? { ...problem, start: toIso(problem.start), end: toIso(problem.end) } : problem,
    );
    return ok({ at, services, isComplete, data: rows });
  },
});

export const { app: readiness } = made;
