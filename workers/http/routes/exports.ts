import { OpenAPIHono, z } from '@hono/zod-openapi';
import { filterOf } from '../../../domain/incident/filter';
import { incidentListInput } from '../../../domain/incident/input';
import { exportIncidents } from '../../operations/export/incidents';
import { exportOrganisation } from '../../operations/export/organisation';
import type { AppEnv } from '../app-env';
import { contextOf } from '../context-of';
import { endpoint, PROBLEM, type ResourceApp } from '../endpoint';
import { failureOfZod, problem } from '../middleware/problem';

const made: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag: 'exports' };

const input = incidentListInput
  .omit({ limit: true, cursor: true })
  .extend({ format: z.enum(['csv', 'xlsx']).default('csv') });
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const binary = z.string().openapi({ format: 'binary' });

made.app.openAPIRegistry.registerPath({
  method: 'get',
  path: '/incidents',
  summary:
    'Incidents by the filters of the list, as CSV or as a workbook, made while they are sent; private ones are left out',
  tags: [made.tag],
  request: { query: input },
  responses: {
    200: { description: 'Done', content: { 'text/csv': { schema: z.string() }, [XLSX]: { schema: binary } } },
    default: PROBLEM,
  },
});
made.app.get('/incidents', async (c) => {
  const parsed = input.safeParse(c.req.query());
  if (!parsed.success) return problem(c, failureOfZod(parsed.error));
  const { format, ...query } = parsed.data;
  const file = await exportIncidents(contextOf(c), { format, ...filterOf(query, 'UTC') });
  if (!file.ok) return problem(c, file.error);
  const { name, type, body } = file.value;
  const headers = { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` };
  return c.body(body, 200, { ...headers, 'cache-control': 'private, no-store' });
});

endpoint(made, {
  method: 'get',
  path: '/organisation',
  summary: 'The whole configuration, without any secret',
  answer: z.record(z.string(), z.unknown()).openapi('OrganisationExport'),
  run: exportOrganisation,
});

export const { app: exports } = made;
