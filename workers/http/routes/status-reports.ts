import { OpenAPIHono, z } from '@hono/zod-openapi';
import { idInput } from '../../../domain/shared/input';
import { pageInput } from '../../../domain/shared/page';
import { COMPONENT_STATES } from '../../../domain/status-page/component';
import { createReportInput, postUpdateInput, reportPath, updateReportInput } from '../../../domain/status-page/input';
import { IMPACTS, REPORT_KINDS, REPORT_STATUSES } from '../../../domain/status-page/report';
import { createReport } from '../../operations/status-report/create';
import { getReport } from '../../operations/status-report/get';
import { listReports } from '../../operations/status-report/list';
import { postUpdate } from '../../operations/status-report/post-update';
import { publishReport } from '../../operations/status-report/publish';
import { removeReport } from '../../operations/status-report/remove';
import { updateReport } from '../../operations/status-report/update';
import type { AppEnv } from '../app-env';
import { endpoint } from '../endpoint';
import { pageOf, stored } from '../resource-app';

const instant = z.iso.datetime();
const reported = z.array(z.object({ componentId: z.string(), state: z.enum(COMPONENT_STATES) }));

const answer = stored('StatusReport', {
  pageId: z.string(),
  kind: z.enum(REPORT_KINDS),
  title: z.string(),
  status: z.enum(REPORT_STATUSES),
  impact: z.enum(IMPACTS),
  components: reported,
  incidentId: z.string().nullable(),
  startsAt: instant,
  endsAt: instant.nullable(),
  autoStart: z.boolean(),
  autoEnd: z.boolean(),
  maintenanceWindowId: z.string().nullable(),
  nextUpdateAt: instant.nullable(),
  publishAt: instant.nullable(),
  publishedAt: instant.nullable(),
  monitoringAt: instant.nullable(),
  resolvedAt: instant.nullable(),
  isDraft: z.boolean(),
  updates: z.array(
    z.object({
      id: z.string(),
      status: z.enum(REPORT_STATUSES),
      body: z.string(),
      components: reported,
      notify: z.boolean(),
      at: instant,
      by: z.string(),
    }),
  ),
});

const made = { app: new OpenAPIHono<AppEnv>(), tag: 'status-pages' };
const one = { path: '/{id}/reports/{reportId}', params: reportPath };

endpoint(made, {
  method: 'get',
  path: '/{id}/reports',
  summary: 'Lists reports of a status page, the latest first, drafts too',
  params: idInput,
  query: pageInput.extend({ kind: z.enum(REPORT_KINDS).optional() }),
  answer: pageOf(answer),
  run: listReports,
});
endpoint(made, {
  method: 'post',
  path: '/{id}/reports',
  summary: 'Writes a report of an incident or of planned maintenance, and publishes it unless it is a draft',
  params: idInput,
  body: createReportInput,
  answer,
  created: true,
  run: createReport,
});
endpoint(made, { ...one, method: 'get', summary: 'One report with its updates', answer, run: getReport });
endpoint(made, {
  ...one,
  method: 'patch',
  summary: 'Changes title, impact or times of a report; takes any subset',
  body: updateReportInput,
  answer,
  run: updateReport,
});
endpoint(made, { ...one, method: 'delete', summary: 'Takes a report off its page', answer: null, run: removeReport });
endpoint(made, {
  ...one,
  path: '/{id}/reports/{reportId}/updates',
  method: 'post',
  summary: 'Publishes the next update of a report',
  body: postUpdateInput,
  answer,
  created: true,
  run: postUpdate,
});
endpoint(made, {
  ...one,
  path: '/{id}/reports/{reportId}/publish',
  method: 'post',
  summary: 'Publishes a draft now',
  answer,
  run: publishReport,
});

export const { app: statusReports } = made;
