import { describe, expect, it } from 'vitest';
import type { FieldKind } from './kinds';
import { type FieldRule, readValue, readValues } from './value';

const read = (kind: FieldKind, text: string) => {
  const value = readValue({ kind, options: ['eu', 'us'] }, text);
  return value.ok ? value.value : null;
};

describe('the value of a custom field', () => {
  it.each<[FieldKind, string, string | null]>([
    ['TEXT', '  two words ', 'two words'],
    ['NUMBER', '5.0', '5'],
    ['NUMBER', '-1e3', '-1000'],
    ['NUMBER', '0x10', null],
    ['NUMBER', 'five', null],
    ['NUMBER', '1e999', null],
    ['DATE', '2026-02-28', '2026-02-28'],
    ['DATE', '2026-02-30', null],
    ['DATE', '28.2.2026', null],
    ['SELECT', 'eu', 'eu'],
    ['SELECT', 'EU', null],
    ['BOOLEAN', 'Yes', 'true'],
    ['BOOLEAN', 'off', 'false'],
    ['BOOLEAN', 'perhaps', null],
    ['URL', 'https://wiki.example.test/x?y=1', 'https://wiki.example.test/x?y=1'],
    ['URL', 'javascript:alert(1)', null],
    ['URL', 'wiki', null],
    ['EMAIL', 'Ana@Example.test', 'ana@example.test'],
    ['EMAIL', 'ana', null],
    ['TEXT', 'null\u0000byte', null],
  ])('of kind %s: %s becomes %s', (kind, text, value) => {
    expect(read(kind, text)).toBe(value);
  });
});

const rule = (key: string, kind: FieldKind, isRequired = false): FieldRule => ({
  ...{ id: `fld_${key}`, key, name: key, kind, options: [], isRequired },
});
const RULES = [rule('ticket', 'URL', true), rule('seats', 'NUMBER')];

describe('given values', () => {
  it('are set, or taken away by null and nothing', () => {
    expect(readValues(RULES, { seats: 4 }, { whole: false })).toEqual({
      ok: true,
      change: { set: [{ fieldId: 'fld_seats', value: '4' }], clear: [] },
    });
    expect(readValues(RULES, { seats: null }, { whole: false })).toEqual({
      ok: true,
      change: { set: [], clear: ['fld_seats'] },
    });
  });

  it('need what is required when nothing is known yet, and cannot take it away', () => {
    const errors = [{ path: 'fields/ticket', message: 'ticket is required' }];
    expect(readValues(RULES, { seats: 1 }, { whole: true })).toEqual({ ok: false, errors });
    expect(readValues(RULES, { ticket: '' }, { whole: false })).toEqual({ ok: false, errors });
  });

  it('name every field that is wrong, and every one that there is not', () => {
    const wrong = readValues(RULES, { ticket: 'x', seats: 'many', colour: 'red' }, { whole: false });
    expect(wrong.ok ? [] : wrong.errors.map(({ path }) => path)).toEqual([
      'fields/colour',
      'fields/ticket',
      'fields/seats',
    ]);
  });
});
