import { readJson } from './json';

export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object, or an empty one: missing parts of a payload read as "nothing said". */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Follows own properties only, so `__proto__` and `constructor` in a payload lead nowhere. */
export function at(value: unknown, ...path: string[]): unknown {
  let here = value;
  for (const key of path) {
    if (!isFields(here) || !Object.hasOwn(here, key)) return undefined;
    here = here[key];
  }
  return here;
}

/** A scalar as text, exactly as sent (0 and false count); null for blank text, objects, lists and null. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : null;
  return typeof value === 'boolean' ? String(value) : null;
}

/** Text at a path; see `at` and `textOf`. */
export const textAt = (value: unknown, ...path: string[]): string | null => textOf(at(value, ...path));

/** The first of several names that says something. */
export function firstText(value: unknown, names: readonly string[]): string | null {
  for (const name of names) {
    const text = textAt(value, name);
    if (text !== null) return text;
  }
  return null;
}

/** Looks a word up in an exact map, ignoring case and outer spaces only. Own keys only. */
export function exactly<T>(map: Readonly<Record<string, T>>, word: string | null): T | null {
  if (word === null) return null;
  const key = word.trim().toLowerCase();
  return Object.hasOwn(map, key) ? (map[key] ?? null) : null;
}

/** True for true, "true", 1, "1", "yes". */
export const isTrue = (value: unknown): boolean => {
  const word = textOf(value)?.trim().toLowerCase();
  return word === 'true' || word === '1' || word === 'yes';
};

/** A JSON object sent as text inside a field (SNS `Message`, form `payload`), or the object itself. */
export function embedded(value: unknown): Fields | null {
  if (isFields(value)) return value;
  if (typeof value !== 'string') return null;
  const read = readJson(value);
  return read.ok && isFields(read.value) ? read.value : null;
}

/**
 * The same fields under names without case and separators, so that EVENT_ID, event-id and eventId are all `eventid`:
 * for tools whose bodies are templates that customers write. The first of several wins.
 */
export function plainNames(body: Fields): Fields {
  const plain = new Map<string, unknown>();
  for (const [name, value] of Object.entries(body)) {
    const key = name.toLowerCase().replace(/[^a-z0-9]/g, '');
    if (!plain.has(key)) plain.set(key, value);
  }
  return Object.fromEntries(plain);
}

/** A template variable that the sender never replaced: $NAME, $NAME$, $service.name$, ${name}, {EVENT.ID}, {{name}}, *name*. */
const UNFILLED =
  /^(?:\$[A-Z_][A-Z0-9_]*\$?|\$[a-z_]+(?:\.[a-z0-9_]+)+\$|\$\{[^}]*\}|\{[A-Za-z][A-Za-z0-9._]*\}|\{\{.*\}\}|\*[A-Za-z]+\*)$/s;

export const isUnfilled = (text: string): boolean => UNFILLED.test(text.trim());

/** Like `firstText`, but passing over template variables that were never replaced. */
export function firstFilled(value: unknown, names: readonly string[]): string | null {
  for (const name of names) {
    const text = textAt(value, name);
    if (text !== null && !isUnfilled(text)) return text;
  }
  return null;
}
