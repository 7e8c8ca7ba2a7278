import { type Fields, isFields, textOf } from './fields';
import { LABEL_KEY_LIMIT, LABEL_VALUE_LIMIT, oneLine } from './text';

const LABEL_COUNT = 100;

/**
 * Labels from any object: at most 100, cut to 128 and 1024 characters, blank ones left out; nested values as compact JSON.
 * Built through entries, so a label called `__proto__` is only a label.
 */
export function labelsFrom(...sources: unknown[]): Record<string, string> {
  const labels = new Map<string, string>();
  for (const source of sources) {
    if (!isFields(source)) continue;
    for (const key of Object.keys(source)) {
      if (labels.size >= LABEL_COUNT) return Object.fromEntries(labels);
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
