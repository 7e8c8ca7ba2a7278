import * as z from 'zod';
import { URGENCIES } from '../../incident/incident';
import { idField, lineField, zoneField } from '../../shared/input';
import { compilePattern, PATTERN_LIMIT } from './pattern';

export const OUTCOMES = ['page', 'suppress', 'record', 'drop'] as const;
/** `suppress` opens an incident that pages nobody; `record` keeps the event; `drop` keeps nothing but the answer. */
export type RouteOutcome = (typeof OUTCOMES)[number];

const FIELDS = ['title', 'description', 'severity', 'urgency', 'source', 'dedupKey', 'sourceLink'] as const;
export type RoutedField = (typeof FIELDS)[number];
export const ROUTED_FIELDS: readonly string[] = FIELDS;

/** A field of the alert, `labels.<name>`, or `payload.<path>` into the body as it came. */
const field = z
  .string()
  .max(300)
  .refine(
    (name) => ROUTED_FIELDS.includes(name) || /^(?:labels|payload)\../.test(name),
    'Must be title, description, severity, urgency, source, dedupKey, sourceLink, labels.… or payload.…',
  );
const not = z.boolean().optional();
const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Must be a time such as 09:00');

export const conditionInput = z.discriminatedUnion('op', [
  z.object({ op: z.literal('equals'), field, value: z.string().max(1000), not }),
  z.object({ op: z.literal('contains'), field, value: z.string().min(1).max(1000), not }),
  z.object({
    op: z.literal('matches'),
    field,
    value: z
      .string()
      .min(1)
      .max(PATTERN_LIMIT)
      .refine((text) => compilePattern(text) !== null, 'Is no pattern: letters, . [] () | * + ? {n,m} ^ $ \\d \\w \\s'),
    not,
  }),
  z.object({ op: z.literal('exists'), field, not }),
  /** Days are 1 (Monday) to 7; a window whose end is not after its start runs over midnight. */
  z.object({
    op: z.literal('within'),
    zone: zoneField,
    days: z.array(z.int().min(1).max(7)).min(1).max(7).optional(),
    from: clock,
    to: clock,
    not,
  }),
]);

export const routingRuleInput = z.object({
  name: lineField(100),
  match: z.enum(['all', 'any']).default('all'),
  conditions: z.array(conditionInput).max(20).default([]),
  outcome: z.enum(OUTCOMES).default('page'),
  serviceId: idField.nullable().default(null),
  urgency: z.enum(URGENCIES).nullable().default(null),
  /** Text with {{title}}, {{severity}}, {{labels.host}} or {{payload.a.b}} in it; null: the alert's own title. */
  title: lineField(500).nullable().default(null),
});

export const routingRulesInput = z.array(routingRuleInput).max(50);

export type Condition = z.output<typeof conditionInput>;
export type RoutingRule = z.output<typeof routingRuleInput>;

/** The services that alerts may be sent to besides the integration's own. */
export const routedServices = (rules: readonly RoutingRule[]): string[] => [
  ...new Set(rules.map(({ serviceId }) => serviceId).filter((id) => id !== null)),
];
