import { describe, expect, it } from 'vitest';
import { channelsOf, endSentence, lastResortSentence, stepSentence, warningsOf } from './sentences';

const person = (name: string) => ({ id: name, name, channels: ['push' as const, 'email' as const] });
const step = (number: number, afterSeconds: number, ...names: string[]) => ({
  step: number,
  afterSeconds,
  people: names.map(person),
  reasons: [],
  takesTurns: false,
});

describe('a policy in sentences', () => {
  it.each([
    [step(1, 0, 'Ana'), 'Now: Ana.'],
    [step(2, 300, 'Bo', 'Cy'), 'After 5 min: Bo and Cy.'],
    [step(3, 90), 'After 1 min 30 sec: nobody.'],
  ])('says whom a step pages', (given, expected) => {
    expect(stepSentence(given, 'en')).toBe(expected);
  });

  it('says that people take turns', () => {
    const turns = { ...step(1, 0, 'Ana', 'Bo'), takesTurns: true };
    expect(stepSentence(turns, 'en')).toBe('Now: one of Ana and Bo.');
    expect(stepSentence({ ...turns, people: [person('Ana')] }, 'en')).toBe('Now: Ana.');
  });

  it('names channels once', () => {
    expect(channelsOf(step(1, 0, 'Ana', 'Bo'), 'en')).toBe('by push and e-mail');
    expect(channelsOf(step(1, 0), 'en')).toBeNull();
  });

  it('says how it ends', () => {
    expect(endSentence({ repeat: 0, repeatAfterSeconds: 300 }, 'en')).toMatch(/^5 min after the last step it ends/);
    expect(endSentence({ repeat: 1, repeatAfterSeconds: 300 }, 'en')).toContain('starts again, once more');
    expect(endSentence({ repeat: 3, repeatAfterSeconds: 60 }, 'en')).toContain('3 times more');
    const forever = { repeat: 0, repeatAfterSeconds: 300, endAction: 'repeat' as const };
    expect(endSentence(forever, 'en')).toContain('until somebody acknowledges');
    expect(endSentence({ ...forever, endAction: 'last-resort' }, 'en')).toContain('last resort is paged');
    expect(lastResortSentence(['Ada'], 'admins', 'en')).toContain('Ada (all administrators)');
    expect(lastResortSentence([], 'admins', 'en')).toContain('nobody is left');
  });

  it('warns of steps that reach nobody', () => {
    const someone = { people: [person('Ada')] };
    expect(warningsOf([step(1, 0, 'Ana'), step(2, 60, 'Bo')], someone)).toEqual([]);
    expect(warningsOf([step(1, 0), step(2, 60, 'Bo')], someone)).toEqual([]);
    expect(warningsOf([step(1, 0, 'Ana'), step(2, 60)], someone)[0]).toContain('does not end with a human');
    expect(warningsOf([step(1, 0)], someone)[0]).toContain('last resort');
    expect(warningsOf([step(1, 0)], { people: [] })[0]).toContain('nobody would be paged');
  });
});
