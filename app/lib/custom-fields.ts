/** What a form sent of custom fields, by their keys; what stands empty is taken away. */
export function fieldsOf(form: FormData): Record<string, string | null> {
  const values: Record<string, string | null> = {};
  for (const [name, value] of form) {
    if (name.startsWith('field.') && typeof value === 'string') values[name.slice(6)] = value.trim() || null;
  }
  return values;
}
