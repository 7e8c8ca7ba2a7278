import { z } from '@hono/zod-openapi';
import { idInput } from '../../../domain/shared/input';
import { pageInput } from '../../../domain/shared/page';
import { nameSearch } from '../../../domain/shared/search';
import { COMPONENT_STATES } from '../../../domain/status-page/component';
import {
  announcementPath,
  componentPath,
  createAnnouncementInput,
  createStatusPageInput,
  setStateInput,
  updateAnnouncementInput,
  updateStatusPageInput,
} from '../../../domain/status-page/input';
import { ANNOUNCEMENT_TYPES, AUDIENCES, PAGE_LANGUAGES } from '../../../domain/status-page/page';
import { REPORT_KINDS, REPORT_STATUSES } from '../../../domain/status-page/report';
import { uptimeInput } from '../../../domain/status-page/uptime-report';
import { createAnnouncement } from '../../operations/status-announcement/create';
import { getAnnouncement } from '../../operations/status-announcement/get';
import { listAnnouncements } from '../../operations/status-announcement/list';
import { removeAnnouncement } from '../../operations/status-announcement/remove';
import { updateAnnouncement } from '../../operations/status-announcement/update';
import { checkHost } from '../../operations/status-page/check-host';
import { createStatusPage } from '../../operations/status-page/create';
import { getStatusPage } from '../../operations/status-page/get';
import { listStatusPages } from '../../operations/status-page/list';
import { removeStatusPage } from '../../operations/status-page/remove';
import { setComponentState } from '../../operations/status-page/set-state';
import { updateStatusPage } from '../../operations/status-page/update';
import { uptimeByMonth } from '../../operations/status-page/uptime';
import { endpoint } from '../endpoint';
import { pageOf, resource, stored } from '../resource-app';

const instant = z.iso.datetime();
const state = z.enum(COMPONENT_STATES);

const component = stored('StatusComponent', {
  name: z.string(),
  description: z.string().nullable(),
  group: z.string().nullable(),
  serviceIds: z.array(z.string()),
  manual: z.object({ state, until: instant.nullable(), by: z.string(), at: instant }).nullable(),
  state,
  source: z.enum(['manual', 'report', 'services', 'nothing']),
});

const answer = stored('StatusPage', {
  name: z.string(),
  slug: z.string(),
  host: z.string().nullable(),
  urls: z.array(z.string()),
  description: z.string().nullable(),
  timezone: z.string(),
  language: z.enum(PAGE_LANGUAGES),
  audience: z.enum(AUDIENCES),
  hasPassword: z.boolean(),
  look: z.object({
    accent: z.string(),
    customCss: z.string(),
    logo: z.string().nullable(),
    logoDark: z.string().nullable(),
    supportUrl: z.string().nullable(),
  }),
  uptime: z.object({ show: z.boolean(), excludeMaintenance: z.boolean() }),
  components: z.array(component),
  templates: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(REPORT_KINDS),
      status: z.enum(REPORT_STATUSES),
      title: z.string(),
      body: z.string(),
    }),
  ),
});

const made = resource({
  tag: 'status-pages',
  noun: 'status page',
  answer,
  list: { query: z.object(nameSearch), run: listStatusPages },
  get: getStatusPage,
  create: { body: createStatusPageInput, run: createStatusPage },
  update: { body: updateStatusPageInput, run: updateStatusPage },
  remove: removeStatusPage,
});

endpoint(made, {
  method: 'post',
  path: '/{id}/components/{componentId}/state',
  summary: 'Sets what a component is by hand, until a time or until it is automatic again (state null)',
  params: componentPath,
  body: setStateInput,
  answer,
  run: setComponentState,
});

endpoint(made, {
  method: 'post',
  path: '/{id}/check-host',
  summary: 'Asks public DNS and the page’s own host name whether the page is reached there; stores nothing',
  params: idInput,
  answer: z
    .object({
      host: z.string(),
      trail: z.object({ names: z.array(z.string()), addresses: z.array(z.string()) }).nullable(),
      dnsProblem: z.string().nullable(),
      answer: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('page') }),
        z.object({ kind: z.literal('door'), status: z.int() }),
        z.object({ kind: z.literal('other'), status: z.int() }),
        z.object({ kind: z.literal('none'), why: z.string() }),
      ]),
    })
    .openapi('StatusHostCheck'),
  run: checkHost,
});

const announcement = stored('StatusAnnouncement', {
  pageId: z.string(),
  type: z.enum(ANNOUNCEMENT_TYPES),
  title: z.string(),
  body: z.string(),
  startsAt: instant,
  endsAt: instant.nullable(),
});

endpoint(made, {
  method: 'get',
  path: '/{id}/announcements',
  summary: 'Lists announcements of a status page, the latest first',
  params: idInput,
  query: pageInput,
  answer: pageOf(announcement),
  run: listAnnouncements,
});
endpoint(made, {
  method: 'post',
  path: '/{id}/announcements',
  summary: 'Puts an announcement on a status page',
  params: idInput,
  body: createAnnouncementInput,
  answer: announcement,
  created: true,
  run: createAnnouncement,
});
endpoint(made, {
  method: 'get',
  path: '/{id}/announcements/{announcementId}',
  summary: 'One announcement, over or not',
  params: announcementPath,
  answer: announcement,
  run: getAnnouncement,
});
endpoint(made, {
  method: 'patch',
  path: '/{id}/announcements/{announcementId}',
  summary: 'Changes an announcement; takes any subset of its fields',
  params: announcementPath,
  body: updateAnnouncementInput,
  answer: announcement,
  run: updateAnnouncement,
});
endpoint(made, {
  method: 'delete',
  path: '/{id}/announcements/{announcementId}',
  summary: 'Takes an announcement down',
  params: announcementPath,
  answer: null,
  run: removeAnnouncement,
});

endpoint(made, {
  method: 'get',
  path: '/{id}/uptime',
  summary: 'Uptime of each component by month, the current one first; the months of the page’s zone',
  params: idInput,
  query: uptimeInput,
  answer: z
    .object({
      timezone: z.string(),
      months: z.array(
        z.object({
          month: z.string(),
          startAt: instant,
          endAt: instant,
          components: z.array(
            z.object({
              id: z.string(),
              name: z.string(),
              group: z.string().nullable(),
              uptime: z.number().nullable(),
              knownMs: z.int(),
              spentMs: z.partialRecord(state, z.int()),
            }),
          ),
        }),
      ),
    })
    .openapi('StatusUptime'),
  run: uptimeByMonth,
});

export const { app: statusPages } = made;
