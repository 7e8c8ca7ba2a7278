const MASK = '•••';
const SECRET_NAME = /^(password|secret)|^(key|token|hash)$|(Password|Secret|Key|Token|Hash)$/;
/** Words that end like a secret and are none. */
const OPEN_NAMES = new Set(['dedupKey', 'groupingKey']);

const isSecretName = (name: string): boolean => SECRET_NAME.test(name) && !OPEN_NAMES.has(name);

/** A copy for logs and the audit trail: values of fields named like secrets become •••, at every depth; null stays null. */
export function maskSecrets(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [
      name,
      isSecretName(name) && entry !== null && entry !== undefined ? MASK : maskValue(entry),
    ]),
  );
}

function maskValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(maskValue);
  if (typeof value === 'object' && value !== null) return maskSecrets(value as Record<string, unknown>);
  return value;
}
