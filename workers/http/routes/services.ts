import { z } from '@hono/zod-openapi';
import { PRIORITIES, URGENCIES } from '../../../domain/incident/incident';
import { createServiceInput, updateServiceInput } from '../../../domain/service/input';
import { LOCATION_HINTS } from '../../../domain/service/location';
import { nameSearch } from '../../../domain/shared/search';
import { THREAD_KINDS } from '../../../domain/slack/thread-kinds';
import { createService } from '../../operations/service/create';
import { getService } from '../../operations/service/get';
import { listServices } from '../../operations/service/list';
import { removeService } from '../../operations/service/remove';
import { updateService } from '../../operations/service/update';
import { resource, stored } from '../resource-app';

const minutes = z.int().nullable();

const service = stored('Service', {
  name: z.string(),
  description: z.string().nullable(),
  teamId: z.string().nullable(),
  escalationPolicyId: z.string().nullable(),
  slackChannel: z.string().nullable(),
  runbookUrl: z.string().nullable(),
  settings: z.object({
    defaultUrgency: z.enum(URGENCIES),
    acknowledgementTimeoutSeconds: z.record(z.enum(URGENCIES), z.int().nullable()),
    sla: z.record(z.enum(PRIORITIES), z.object({ acknowledgeMinutes: minutes, resolveMinutes: minutes })),
    slaWarningPercent: z.int().nullable().optional(),
    slaPausesInMaintenance: z.boolean().optional(),
    slaPausesWhileSnoozed: z.boolean().optional(),
    availabilityPercent: z.number().optional(),
    locationHint: z.enum(LOCATION_HINTS).nullable().optional(),
    reopenWindowMinutes: minutes.optional(),
    groupingMinutes: minutes.optional(),
    groupingLabels: z.array(z.string()).optional(),
    stormLimit: z.int().nullable().optional(),
    flapLimit: z.int().nullable().optional(),
    flapMinutes: minutes.optional(),
    holdBackSeconds: z.int().nullable().optional(),
    holdBackCount: z.int().nullable().optional(),
    holdBackMinutes: minutes.optional(),
    autoResolveHours: z.int().nullable().optional(),
    threadKinds: z.array(z.enum(THREAD_KINDS)).nullable().optional(),
  }),
});

export const { app: services } = resource({
  tag: 'services',
  noun: 'service',
  answer: service,
  list: { query: z.object(nameSearch), run: listServices },
  get: getService,
  create: { body: createServiceInput, run: createService },
  update: { body: updateServiceInput, run: updateService },
  remove: removeService,
});
