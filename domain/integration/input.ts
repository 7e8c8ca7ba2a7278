import * as z from 'zod';
import { fieldMappingInput } from '../ingest/mapping';
import { INTEGRATION_TYPES } from '../ingest/registry';
import { routingRulesInput } from '../ingest/routing/rule';
import { idField, nameField } from '../shared/input';

/** A week: long enough to change a secret everywhere, short enough to be an overlap. */
export const OVERLAP_LIMIT_MINUTES = 7 * 24 * 60;
const overlapMinutes = z.int().min(0).max(OVERLAP_LIMIT_MINUTES).default(0);

const settings = {
  routingRules: routingRulesInput,
  fieldMapping: fieldMappingInput.nullable(),
  silenceAlarmMinutes: z
    .int()
    .min(5)
    .max(31 * 24 * 60)
    .nullable(),
};

export const createIntegrationInput = z.object({
  name: nameField,
  type: z.enum(INTEGRATION_TYPES),
  serviceId: idField,
  enabled: z.boolean().default(true),
  routingRules: settings.routingRules.default([]),
  fieldMapping: settings.fieldMapping.default(null),
  silenceAlarmMinutes: settings.silenceAlarmMinutes.default(null),
});

/** The type stays: monitoring tools hold an address that names it. */
export const updateIntegrationInput = z
  .object({ name: nameField, serviceId: idField, enabled: z.boolean(), ...settings })
  .partial();

/** How long the key before goes on to work. */
export const rotateIntegrationInput = z.object({ overlapMinutes });

/** Null takes the signature off: then the key alone is the credential. */
export const signingSecretInput = z.object({ secret: z.string().trim().min(1).max(500).nullable(), overlapMinutes });

export const tryMappingInput = z.object({ fieldMapping: fieldMappingInput, eventId: z.int().optional() });

type Created = z.output<typeof createIntegrationInput>;
export type CreateIntegrationInput = Pick<Created, 'name' | 'type' | 'serviceId'> & Partial<Created>;
export type UpdateIntegrationInput = z.output<typeof updateIntegrationInput>;
export type RotateIntegrationInput = z.input<typeof rotateIntegrationInput>;
export type SigningSecretInput = z.input<typeof signingSecretInput>;
export type TryMappingInput = z.output<typeof tryMappingInput>;
