import { expect, it } from 'vitest';
import { fieldMappingInput } from '../../../domain/ingest/mapping';
import { mappingOf, valuesOfMapping } from './mapping-values';

const mapping = fieldMappingInput.parse({
  title: ['alert.title', 'name'],
  dedupKey: ['alert.id'],
  actions: { broken: 'trigger', fine: 'resolve' },
  urgencies: { p1: 'HIGH' },
});
const formOf = (values: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
};

it('holds a mapping and gives it back as it was', () => {
  expect(fieldMappingInput.parse(mappingOf(formOf(valuesOfMapping(mapping))))).toEqual(mapping);
  expect(mappingOf(formOf(valuesOfMapping(null)))).toEqual({});
});

it('refuses a word whose meaning there is not', () => {
  const given = mappingOf(formOf({ ...valuesOfMapping(mapping), actions: 'broken = explode' }));
  expect(fieldMappingInput.safeParse(given).success).toBe(false);
});
