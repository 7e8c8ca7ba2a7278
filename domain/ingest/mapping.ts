import * as z from 'zod';
import { URGENCIES } from '../incident/incident';
import type { Adapter } from './adapter';
import { ALERT_ACTIONS } from './adapter';
import { webhookWith } from './webhook';

/** Where to look in a body: exact names, or paths with dots ("alert.labels.0.name"), tried in order. */
const paths = z.array(z.string().trim().min(1).max(300)).min(1).max(10);
const word = z.string().trim().toLowerCase().min(1).max(200);

/** How the bodies of a tool without an adapter are read; what is left out is found by the names that most tools use. */
export const fieldMappingInput = z.object({
  title: paths.optional(),
  description: paths.optional(),
  status: paths.optional(),
  severity: paths.optional(),
  dedupKey: paths.optional(),
  sourceLink: paths.optional(),
  source: paths.optional(),
  time: paths.optional(),
  /** What the tool's own status words mean; exact, without case. */
  actions: z.record(word, z.enum(ALERT_ACTIONS).exclude(['confirmed'])).optional(),
  /** What its severities mean. */
  urgencies: z.record(word, z.enum(URGENCIES)).optional(),
});

export type FieldMapping = z.output<typeof fieldMappingInput>;

/** The webhook adapter with a mapping in it. */
export function mappedWebhook({ actions, urgencies, ...named }: FieldMapping): Adapter {
  const given = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
  return webhookWith(given, actions ?? {}, urgencies ?? {});
}
