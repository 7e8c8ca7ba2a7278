import * as z from 'zod';
import type { FieldError } from '../shared/errors';
import { textField } from '../shared/input';
import { parseWallClock } from '../shared/zone';
import type { FieldKind } from './kinds';

/** A field as values are read by it. */
export type FieldRule = {
  id: string;
  key: string;
  name: string;
  kind: FieldKind;
  options: string[];
  isRequired: boolean;
};

const line = textField(2000);
const YES = ['true', 'yes', 'on', '1'];
const NO = ['false', 'no', 'off', '0'];

type Read = { ok: true; value: string } | { ok: false; message: string };
const good = (value: string): Read => ({ ok: true, value });
const bad = (message: string): Read => ({ ok: false, message });

/** The value in the one way that its kind is written: `5.0` is `5`, `Yes` is `true`; or why it is none. */
export function readValue({ kind, options }: Pick<FieldRule, 'kind' | 'options'>, given: string): Read {
  const text = given.trim();
  if (!line.safeParse(text).success) return bad('At most 2,000 characters, without control characters');
  switch (kind) {
    case 'TEXT':
      return good(text);
    case 'NUMBER': {
      const number = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i.test(text) ? Number(text) : Number.NaN;
      return Number.isFinite(number) ? good(String(number)) : bad('Must be a number');
    }
    case 'DATE':
      return parseWallClock(`${text}T00:00`) === null ? bad('Must be a day such as 2026-11-23') : good(text);
    case 'SELECT':
      return options.includes(text) ? good(text) : bad('Must be one of the choices');
    case 'BOOLEAN': {
      const word = text.toLowerCase();
      return YES.includes(word) ? good('true') : NO.includes(word) ? good('false') : bad('Must be true or false');
    }
    case 'URL':
      return z.url({ protocol: /^https?$/ }).safeParse(text).success
        ? good(text)
        : bad('Must be an address such as https://example.com');
    case 'EMAIL':
      return z.email().safeParse(text).success ? good(text.toLowerCase()) : bad('Must be an e-mail address');
  }
}

/** Values as a door takes them, by the keys of their fields; null or nothing takes a value away. */
export const fieldValuesInput = z
  .record(z.string().max(50), z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]))
  .refine((values) => Object.keys(values).length <= 50, 'At most 50 fields');
export type FieldValues = z.output<typeof fieldValuesInput>;

export type FieldChange = { set: { fieldId: string; value: string }[]; clear: string[] };

/**
 * What given values come to: which are set, which are taken away; or what is wrong, a line for each field
 * (`fields/{key}`). `whole`: nothing else is known of the incident, so every required field has to be among them.
 */
export function readValues(
  rules: readonly FieldRule[],
  given: FieldValues,
  { whole }: { whole: boolean },
): { ok: true; change: FieldChange } | { ok: false; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const change: FieldChange = { set: [], clear: [] };
  const wrong = (key: string, message: string) => errors.push({ path: `fields/${key}`, message });
  for (const key of Object.keys(given)) {
    if (!rules.some((rule) => rule.key === key)) wrong(key, 'There is no such field');
  }
  for (const rule of rules) {
    const value = given[rule.key];
    if (value === undefined && !whole) continue;
    const text = value === undefined || value === null ? '' : String(value).trim();
    if (text === '') {
      if (rule.isRequired) wrong(rule.key, `${rule.name} is required`);
      else change.clear.push(rule.id);
      continue;
    }
    const read = readValue(rule, text);
    if (read.ok) change.set.push({ fieldId: rule.id, value: read.value });
    else wrong(rule.key, read.message);
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, change };
}
