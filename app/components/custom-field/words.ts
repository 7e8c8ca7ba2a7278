import type { FieldKind } from '../../../domain/custom-field/kinds';

export const KIND_WORDS: Record<FieldKind, string> = {
  TEXT: 'Text',
  NUMBER: 'Number',
  DATE: 'Day',
  SELECT: 'Choice',
  BOOLEAN: 'Yes or no',
  URL: 'Link',
  EMAIL: 'E-mail address',
};
