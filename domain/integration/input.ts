import * as z from 'zod';
import { INTEGRATION_TYPES } from '../ingest/registry';
import { idField, nameField } from '../shared/input';

export const createIntegrationInput = z.object({
  name: nameField,
  type: z.enum(INTEGRATION_TYPES),
  serviceId: idField,
  enabled: z.boolean().default(true),
});

/** The type stays: monitoring tools hold an address that names it. */
export const updateIntegrationInput = z.object({ name: nameField, serviceId: idField, enabled: z.boolean() }).partial();

export type CreateIntegrationInput = z.output<typeof createIntegrationInput>;
export type UpdateIntegrationInput = z.output<typeof updateIntegrationInput>;
