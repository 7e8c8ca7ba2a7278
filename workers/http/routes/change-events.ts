import { OpenAPIHono, z } from '@hono/zod-openapi';
import { idField, idInput } from '../../../domain/shared/input';
import { pageInput } from '../../../domain/shared/page';
import { listChangeEvents } from '../../operations/change-event/list';
import { incidentChanges } from '../../operations/incident/changes';
import type { AppEnv } from '../app-env';
import { endpoint, type ResourceApp } from '../endpoint';
import { pageOf } from '../resource-app';

const change = z
  .object({
    id: z.string(),
    serviceId: z.string(),
    integrationId: z.string(),
    integrationName: z.string(),
    summary: z.string(),
    source: z.string().nullable(),
    links: z.array(z.object({ href: z.string(), text: z.string() })),
    details: z.record(z.string(), z.string()),
    occurredAt: z.iso.datetime(),
    receivedAt: z.iso.datetime(),
  })
  .openapi('ChangeEvent');

const made: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag: 'change-events' };
endpoint(made, {
  method: 'get',
  path: '/',
  summary: 'Deploys and other changes that were told, newest first; kept for 90 days',
  query: pageInput.extend({ serviceId: idField.optional() }),
  answer: pageOf(change),
  run: listChangeEvents,
});
export const { app: changeEvents } = made;

const ofIncident: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag: 'incidents' };
endpoint(ofIncident, {
  method: 'get',
  path: '/{id}/changes',
  summary: 'Changes of the incident’s service, from a day before it opened until it was resolved',
  params: idInput,
  answer: pageOf(change),
  run: incidentChanges,
});
export const { app: changesOfIncident } = ofIncident;
