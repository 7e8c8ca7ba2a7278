import { z } from '@hono/zod-openapi';
import { PRIORITIES, URGENCIES, VISIBILITIES } from '../../../domain/incident/incident';
import { createTemplateInput, updateTemplateInput } from '../../../domain/incident/template';
import { createTemplate } from '../../operations/incident-template/create';
import { getTemplate } from '../../operations/incident-template/get';
import { listTemplates } from '../../operations/incident-template/list';
import { removeTemplate } from '../../operations/incident-template/remove';
import { updateTemplate } from '../../operations/incident-template/update';
import { resource, stored } from '../resource-app';

const template = stored('IncidentTemplate', {
  name: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  serviceId: z.string().nullable(),
  urgency: z.enum(URGENCIES).nullable(),
  priority: z.enum(PRIORITIES).nullable(),
  visibility: z.enum(VISIBILITIES),
  tags: z.array(z.string()),
  fields: z.record(z.string(), z.string()),
});

export const { app: incidentTemplates } = resource({
  tag: 'incident-templates',
  noun: 'incident template',
  answer: template,
  list: { run: listTemplates },
  get: getTemplate,
  create: { body: createTemplateInput, run: createTemplate },
  update: { body: updateTemplateInput, run: updateTemplate },
  remove: removeTemplate,
});
