import { describe, expect, it } from 'vitest';
import { ADAPTERS, adapterFor, INTEGRATION_TYPES } from './registry';
import { parse } from './testing/request';

describe('registry', () => {
  it('knows each type once, under its own name', () => {
    expect(new Set(INTEGRATION_TYPES).size).toBe(INTEGRATION_TYPES.length);
    expect(Object.keys(ADAPTERS).sort()).toEqual([...INTEGRATION_TYPES].sort());
    for (const type of INTEGRATION_TYPES) expect(adapterFor(type)?.type).toBe(type);
    for (const type of ['toString', '__proto__', 'Prometheus', '', 'nagios ']) expect(adapterFor(type)).toBeNull();
  });

  describe.each(INTEGRATION_TYPES.map((type) => ({ type })))('$type', ({ type }) => {
    it('refuses a body that cannot be read, in one sentence', () => {
      for (const body of ['', '{"a":', '[}', '\ufffd\ufffd'])
        expect(parse(type, body)).toMatchObject({
          ok: false,
          error: { reason: expect.stringMatching(/^The body [^.]+\.$/) },
        });
    });

    // Our own event format answers 400 to what is no event; vendors' bodies that nobody knows are kept.
    it.runIf(type !== 'events')('keeps a readable body that says nothing as unmapped', () => {
      for (const body of ['{}', '[{}]', 'null', '3', '"text"', '{"foo":{"bar":[1,2]}}', '{"unexpected":"payload"}'])
        expect(parse(type, body)).toMatchObject({ ok: true, value: [{ action: 'ignored', reason: 'unmapped' }] });
    });
  });
});
