/** What a custom field can hold. */
export const FIELD_KINDS = ['TEXT', 'NUMBER', 'DATE', 'SELECT', 'BOOLEAN', 'URL', 'EMAIL'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];
