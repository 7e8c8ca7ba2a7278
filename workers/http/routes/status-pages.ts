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
import { SUBSCRIBER_CHANNELS } from '../../../domain/status-page/subscriber';
import { addSubscriberInput, subscriberPath } from '../../../domain/status-page/subscriber-input';
import { createAnnouncement } from '../../operations/status-announcement/create';
import { listAnnouncements } from '../../operations/status-announcement/list';
import { removeAnnouncement } from '../../operations/status-announcement/remove';
import { updateAnnouncement } from '../../operations/status-announcement/update';
import { createStatusPage } from '../../operations/status-page/create';
import { getStatusPage } from '../../operations/status-page/get';
import { listStatusPages } from '../../operations/status-page/list';
import { removeStatusPage } from '../../operations/status-page/remove';
import { setComponentState } from '../../operations/status-page/set-state';
import { updateStatusPage } from '../../operations/status-page/update';
import { addSubscriber } from '../../operations/status-subscriber/add';
import { listSubscribers } from '../../operations/status-subscriber/list';
import { removeSubscriber } from '../../operations/status-subscriber/remove';
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

const subscriber = stored('StatusSubscriber', {
  pageId: z.string(),
  channel: z.enum(SUBSCRIBER_CHANNELS),
  /** Of a webhook the host only. */
  address: z.string(),
  componentIds: z.array(z.string()),
  language: z.enum(PAGE_LANGUAGES),
  confirmedAt: instant.nullable(),
});

endpoint(made, {
  method: 'get',
  path: '/{id}/subscribers',
  summary: 'Lists subscribers of a status page, the latest first',
  params: idInput,
  query: pageInput,
  answer: pageOf(subscriber),
  run: listSubscribers,
});
endpoint(made, {
  method: 'post',
  path: '/{id}/subscribers',
  summary: 'Enters a subscriber whose consent you have; the secret of a webhook is in this answer only',
  params: idInput,
  body: addSubscriberInput,
  answer: subscriber.extend({ secret: z.string().nullable() }).openapi('StatusSubscriberWithSecret'),
  created: true,
  run: addSubscriber,
});
endpoint(made, {
  method: 'delete',
  path: '/{id}/subscribers/{subscriberId}',
  summary: 'Takes a subscriber off a status page',
  params: subscriberPath,
  answer: null,
  run: removeSubscriber,
});

export const { app: statusPages } = made;
