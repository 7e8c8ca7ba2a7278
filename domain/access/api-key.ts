import * as z from 'zod';
import { instantField, nameField } from '../shared/input';
import { SCOPES } from './roles';

export const createApiKeyInput = z.object({
  name: nameField,
  scopes: z
    .array(z.enum(SCOPES))
    .min(1, 'Choose at least one scope')
    .max(20)
    .transform((scopes) => [...new Set(scopes)]),
  /** Null or missing: never. */
  expiresAt: instantField.nullish().transform((at) => at ?? null),
});
export type CreateApiKeyInput = z.output<typeof createApiKeyInput>;
