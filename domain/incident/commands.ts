import * as z from 'zod';
import { DAY, MINUTE, parseInstant } from '../shared/time';
import { PRIORITIES, URGENCIES } from './incident';

// One schema per verb: the web form, the API, bulk and Slack parse with the same one.

const id = z.string().min(1).max(64);
const instant = z.string().transform((text, ctx) => {
  const at = parseInstant(text);
  if (at === null) ctx.addIssue({ code: 'custom', message: 'Must be an instant such as 2026-11-23T09:00:00Z' });
  return at ?? 0;
});

/** Bounds of a snooze: one minute to 30 days. */
export const MAX_SNOOZE_MINUTES = (30 * DAY) / MINUTE;

export const acknowledgeInput = z.object({});
export const resolveInput = z.object({ note: z.string().trim().max(10_000).optional() });
export const snoozeInput = z
  .object({
    minutes: z.coerce.number().int().min(1).max(MAX_SNOOZE_MINUTES).optional(),
    until: instant.optional(),
    reason: z.string().trim().max(500).optional(),
  })
  .refine((input) => (input.minutes === undefined) !== (input.until === undefined), {
    message: 'Give either minutes or until',
    path: ['minutes'],
  });
export const unsnoozeInput = z.object({});
export const escalateInput = z.object({ step: z.coerce.number().int().min(1).max(100).optional() });
export const reassignInput = z
  .object({ userId: id.optional(), teamId: id.optional() })
  .refine((input) => (input.userId === undefined) !== (input.teamId === undefined), {
    message: 'Give either userId or teamId',
    path: ['userId'],
  });
export const reopenInput = z.object({ reason: z.string().trim().max(500).optional() });
export const suppressInput = z.object({ reason: z.string().trim().max(500).optional() });
export const unsuppressInput = z.object({});
export const noteInput = z.object({ body: z.string().trim().min(1, 'A note needs some text').max(10_000) });

export const declareInput = z.object({
  title: z.string().trim().min(1, 'An incident needs a title').max(500),
  serviceId: id,
  urgency: z.enum(URGENCIES).optional(),
  priority: z.enum(PRIORITIES).optional(),
  description: z.string().max(10_000).optional(),
  dedupKey: z.string().min(1).max(10_000).optional(),
});

export type SnoozeInput = z.output<typeof snoozeInput>;
export type EscalateInput = z.output<typeof escalateInput>;
export type ReassignInput = z.output<typeof reassignInput>;
export type NoteInput = z.output<typeof noteInput>;
export type DeclareInput = z.output<typeof declareInput>;
