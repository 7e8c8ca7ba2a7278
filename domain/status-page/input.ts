import * as z from 'zod';
import { idField, instantField, lineField, linkField, nameField, textField, zoneField } from '../shared/input';
import { COMPONENT_STATES } from './component';
import { cssProblem } from './custom-css';
import { logoProblem } from './logo';
import { ANNOUNCEMENT_TYPES, AUDIENCES, DEFAULT_LOOK, PAGE_LANGUAGES } from './page';
import { REPORT_KINDS, REPORT_STATUSES, statusesOf } from './report';

const slugField = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'Letters, digits and hyphens, such as example-shop');

const hostField = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(
    /^(?=.*[a-z])([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}(:\d{2,5})?$/,
    'Must be a host name such as status.example.com',
  );

/** `MOST_LOGO_BYTES` of image as base64. */
const LOGO_MAX = 88_000;
const logoField = z
  .string()
  .max(LOGO_MAX, 'A logo has 64 KB at most')
  .superRefine((address, ctx) => {
    const problem = logoProblem(address);
    if (problem) ctx.addIssue({ code: 'custom', message: problem });
  });

const cssField = textField(20_000).superRefine((css, ctx) => {
  const problem = cssProblem(css);
  if (problem) ctx.addIssue({ code: 'custom', message: problem });
});

const lookFields = {
  accent: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^#[0-9a-f]{6}$/, 'Must be a colour such as #0a5a68'),
  customCss: cssField,
  logo: logoField.nullable(),
  logoDark: logoField.nullable(),
  supportUrl: linkField.nullable(),
};

export const componentInput = z.object({
  /** Of a component that stays; left out: a new one. */
  id: idField.optional(),
  name: nameField,
  description: textField(500).trim().nullable().default(null),
  group: lineField(100).nullable().default(null),
  serviceIds: z.array(idField).max(50).default([]),
});
export type ComponentInput = z.output<typeof componentInput>;

const templateInput = z.object({
  name: nameField,
  kind: z.enum(REPORT_KINDS).default('incident'),
  status: z.enum(REPORT_STATUSES).default('investigating'),
  title: nameField,
  body: textField(10_000).trim().default(''),
});

const fields = {
  name: nameField,
  slug: slugField,
  host: hostField.nullable(),
  description: textField(1000).trim().nullable(),
  timezone: zoneField,
  language: z.enum(PAGE_LANGUAGES),
  audience: z.enum(AUDIENCES),
  password: z.string().min(8, 'At least 8 characters').max(200).optional(),
  uptime: z.object({ show: z.boolean().default(true), excludeMaintenance: z.boolean().default(true) }),
  components: z
    .array(componentInput)
    .max(100)
    .refine(
      (all) => new Set(all.flatMap(({ id }) => id ?? [])).size === all.filter(({ id }) => id).length,
      'Each once',
    ),
  templates: z
    .array(templateInput)
    .max(50)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'Each template needs a name of its own'),
};

export const createStatusPageInput = z.object({
  ...fields,
  host: fields.host.default(null),
  description: fields.description.default(null),
  timezone: fields.timezone.default('UTC'),
  language: fields.language.default('en'),
  audience: fields.audience.default('public'),
  uptime: fields.uptime.default({ show: true, excludeMaintenance: true }),
  components: fields.components.default([]),
  templates: fields.templates.default([]),
  look: z
    .object(lookFields)
    .partial()
    .default({})
    .transform((look) => ({ ...DEFAULT_LOOK, ...look })),
});
export type CreateStatusPageInput = z.output<typeof createStatusPageInput>;

/** `components` and `templates`, where given, replace what was there; of `look` only what is named changes. */
export const updateStatusPageInput = z.object({ ...fields, look: z.object(lookFields).partial() }).partial();
export type UpdateStatusPageInput = z.output<typeof updateStatusPageInput>;

/** A look that is only looked at. */
export const previewPageInput = z.object({ look: z.object(lookFields).partial().default({}) });
export type PreviewPageInput = z.output<typeof previewPageInput>;

export const setStateInput = z.object({
  /** Null: automatic again. */
  state: z.enum(COMPONENT_STATES).nullable(),
  until: instantField.nullable().default(null),
});
export type SetStateInput = z.output<typeof setStateInput>;

export const componentPath = z.object({ id: idField, componentId: idField });
export const reportPath = z.object({ id: idField, reportId: idField });
export const announcementPath = z.object({ id: idField, announcementId: idField });

const reportedField = z
  .array(z.object({ componentId: idField, state: z.enum(COMPONENT_STATES) }))
  .max(100)
  .refine((all) => new Set(all.map(({ componentId }) => componentId)).size === all.length, 'Each component once');

const bodyField = textField(10_000).trim();

const reportFields = {
  kind: z.enum(REPORT_KINDS).default('incident'),
  title: nameField,
  status: z.enum(REPORT_STATUSES).optional(),
  body: bodyField.min(1, 'Say what visitors are to know'),
  components: reportedField.default([]),
  impact: z.enum(['none', 'minor', 'major', 'critical']).optional(),
  startsAt: instantField.optional(),
  endsAt: instantField.nullable().default(null),
  autoStart: z.boolean().default(true),
  autoEnd: z.boolean().default(true),
  /** Whether alerts of the components' services page nobody during the work. */
  holdPages: z.boolean().default(false),
  nextUpdateAt: instantField.nullable().default(null),
  incidentId: idField.nullable().default(null),
  notify: z.boolean().default(true),
  /** A draft is seen by nobody, until it is published by hand or at `publishAt`. */
  draft: z.boolean().default(false),
  publishAt: instantField.nullable().default(null),
};

/** A status that its kind does not have, or times that are none; also asked of a draft. */
export const createReportInput = z.object(reportFields).superRefine((input, ctx) => {
  const problem = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message });
  if (input.status && !statusesOf(input.kind).includes(input.status))
    problem('status', `A report of this kind is ${statusesOf(input.kind).join(', ')}`);
  if (input.kind !== 'maintenance') return;
  if (input.startsAt === undefined) problem('startsAt', 'Say when the work begins');
  if (input.endsAt === null) problem('endsAt', 'Say when the work ends');
  else if (input.startsAt !== undefined && input.endsAt <= input.startsAt)
    problem('endsAt', 'Must be later than the start');
});
export type CreateReportInput = z.output<typeof createReportInput>;

/** A report that is only looked at, while it is written: what is missing yet is left out. */
export const previewReportInput = z.object({
  ...reportFields,
  title: reportFields.title.catch('…'),
  body: bodyField.catch(''),
});

export const updateReportInput = z
  .object({
    title: nameField,
    impact: z.enum(['none', 'minor', 'major', 'critical']),
    startsAt: instantField,
    endsAt: instantField.nullable(),
    autoStart: z.boolean(),
    autoEnd: z.boolean(),
    nextUpdateAt: instantField.nullable(),
    publishAt: instantField.nullable(),
    /** Of a draft only: what was published goes on in updates. */
    body: bodyField.min(1, 'Say what visitors are to know'),
  })
  .partial();
export type UpdateReportInput = z.output<typeof updateReportInput>;

export const postUpdateInput = z.object({
  status: z.enum(REPORT_STATUSES),
  body: bodyField.min(1, 'Say what visitors are to know'),
  components: reportedField.default([]),
  nextUpdateAt: instantField.nullable().optional(),
  notify: z.boolean().default(true),
});
export type PostUpdateInput = z.output<typeof postUpdateInput>;

const announcementFields = {
  type: z.enum(ANNOUNCEMENT_TYPES),
  title: nameField,
  body: textField(2000).trim(),
  startsAt: instantField,
  endsAt: instantField.nullable(),
};
export const createAnnouncementInput = z.object({
  ...announcementFields,
  type: announcementFields.type.default('INFO'),
  body: announcementFields.body.default(''),
  startsAt: instantField.optional(),
  endsAt: announcementFields.endsAt.default(null),
});
export type CreateAnnouncementInput = z.output<typeof createAnnouncementInput>;
export const updateAnnouncementInput = z.object(announcementFields).partial();
export type UpdateAnnouncementInput = z.output<typeof updateAnnouncementInput>;
