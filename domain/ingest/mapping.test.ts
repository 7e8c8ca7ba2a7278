import { describe, expect, it } from 'vitest';
import { fieldMappingInput, mappedWebhook } from './mapping';
import { requestOf } from './testing/request';

const read = (mapping: unknown, body: unknown) => {
  const result = mappedWebhook(fieldMappingInput.parse(mapping)).parse(requestOf(body));
  if (!result.ok) throw new Error(result.error.reason);
  return result.value;
};

const body = {
  meta: { what: 'Boiler too hot', no: 17, grade: 'ROT' },
  readings: [{ place: 'cellar' }],
  phase: 'Los',
};
const mapping = {
  title: ['meta.what'],
  dedupKey: ['meta.no'],
  severity: ['meta.grade'],
  source: ['readings.0.place'],
  status: ['phase'],
  actions: { Los: 'trigger', ENDE: 'resolve', 'in Arbeit': 'acknowledge' },
  urgencies: { rot: 'HIGH', gelb: 'MEDIUM' },
};

describe('a field mapping', () => {
  it('reads the words of a tool that nobody knows', () => {
    expect(read(mapping, body)).toMatchObject([
      {
        action: 'trigger',
        title: 'Boiler too hot',
        dedupKey: '17',
        severity: 'ROT',
        urgency: 'HIGH',
        source: 'cellar',
      },
    ]);
    expect(read(mapping, { ...body, phase: 'ende' })).toMatchObject([{ action: 'resolve', dedupKey: '17' }]);
  });

  it('keeps a word that it does not name as unmapped', () => {
    expect(read(mapping, { ...body, phase: 'vielleicht' })).toMatchObject([{ action: 'ignored', reason: 'unmapped' }]);
  });

  it('leaves what it does not name to the names that most tools use', () => {
    expect(read({ title: ['a.b'] }, { a: { b: 'T' }, status: 'ok', id: 3 })).toMatchObject([
      { action: 'resolve', title: 'T', dedupKey: '3' },
    ]);
  });

  it('leads nowhere outside of the body', () => {
    expect(read({ title: ['__proto__.x', 'constructor.name'] }, { id: 'k' })).toMatchObject([{ title: 'k' }]);
  });

  it('cannot say that something is a handshake', () => {
    expect(fieldMappingInput.safeParse({ actions: { x: 'confirmed' } }).success).toBe(false);
  });
});
