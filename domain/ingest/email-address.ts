import { type IntegrationKey, splitIntegrationKey } from '../integration/key';

/** What stands where the key stood, so that no reader of an alert learns it. */
const MASK = 'alerts';

/**
 * The integration key in the address a mail was sent to: `{key}@…`, `{key}+db1@…` (the tag tells alerts apart) or
 * `anything+{key}@…`, in any case. `masked`: the address without it. Null: there is no key in it.
 */
export function addressedTo(address: string): { key: IntegrationKey; masked: string } | null {
  const [, local = '', domain = ''] = /^<?([^@<>\s]{1,255})@([^@<>\s]{1,255})>?$/.exec(address.trim()) ?? [];
  const parts = local.split('+');
  const keys = parts.map((part) => splitIntegrationKey(part.toLowerCase()));
  const index = keys.findIndex((key) => key !== null);
  const key = keys[index];
  if (!key) return null;
  // With words before the key these name the address, so that what follows the key is its tag.
  const rest = index === 0 ? [MASK, ...parts.slice(1)] : parts.filter((_part, i) => i !== index);
  return { key, masked: `${rest.join('+')}@${domain}` };
}
