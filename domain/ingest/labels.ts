import { type Fields, isFields, textOf } from './fields';
import { LABEL_KEY_LIMIT, LABEL_VALUE_LIMIT, oneLine } from './text';

const LABEL_COUNT = 100;

/** Names under which tools send their credentials along; labels are shown to everyone. */
const SECRETS: readonly string[] = [
  ...['password', 'secret', 'shared_secret', 'token', 'access_token', 'api_key', 'apikey', 'authorization'],
  ...['routing_key', 'service_key', 'integration_key'],
];

/**
 * Labels from any object: at most 100, cut to 128 and 1024 characters, blank ones and secrets left out; nested
 * values as compact JSON.
 * Built through entries, so a label called `__proto__` is only a label.
 */
export function labelsFrom(...sources: unknown[]): Record<string, string> {
  const labels = new Map<string, string>();
  for (const source of sources) {
    if (!isFields(source)) continue;
    for (const key of Object.keys(source)) {
      if (labels.size >= LABEL_COUNT) return Object.fromEntries(labels);
      if (SECRETS.includes(key.toLowerCase())) continue;
      const name = oneLine(key, LABEL_KEY_LIMIT);
      const value = oneLine(labelText(source[key]), LABEL_VALUE_LIMIT);
      if (name !== '' && value !== '' && !labels.has(name)) labels.set(name, value);
    }
  }
  return Object.fromEntries(labels);
}

/** Only the named fields of an object. */
export function pick(source: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.filter((name) => Object.hasOwn(source, name)).map((name) => [name, source[name]]));
}

/** Tags as monitoring tools write them: a list or "a:b, c"; `a:b` becomes a label, words without a colon are gathered. */
export function tagLabels(tags: unknown): Fields {
  const list = Array.isArray(tags) ? tags.map(textOf) : (textOf(tags) ?? '').split(',');
  const labels = new Map<string, string>();
  const plain: string[] = [];
  for (const tag of list) {
    const [, key, value] = /^([^:]+):(.+)$/s.exec(tag?.trim() ?? '') ?? [];
    if (key !== undefined && value !== undefined) labels.set(key, value);
    else if (tag !== null && tag.trim() !== '') plain.push(tag.trim());
  }
  if (plain.length > 0) labels.set('tags', plain.join(', '));
  return Object.fromEntries(labels);
}

function labelText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object') return textOf(value) ?? '';
  try {
    return JSON.stringify(value);
  } catch {
    // Nesting deeper than the stack: JSON.parse takes it, JSON.stringify does not.
    return '';
  }
}
