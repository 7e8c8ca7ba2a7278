import { describe, expect, it } from 'vitest';
import { mentionsIn } from './mention';

const people = [
  { id: 'ana', name: 'Ana Ruiz', email: 'ana@example.test' },
  { id: 'ana2', name: 'Ana', email: 'a.silva@example.test' },
  { id: 'bo', name: 'Bö Lind', email: 'bo@example.test' },
  { id: 'cy', name: 'Cy Young', email: 'cy@example.test' },
  { id: 'cy2', name: 'Cy Old', email: 'cy2@example.test' },
];
const named = (body: string) => mentionsIn(body, people);

describe('a note mentions', () => {
  it('whoever is named in full, the longest name first, each once', () => {
    expect(named('@Ana Ruiz, look. @ana ruiz!')).toEqual(['ana']);
    expect(named('Ask @Ana.')).toEqual(['ana2']);
  });

  it('by address, by a first name that only one has, and without accents', () => {
    expect(named('cc @a.silva@example.test')).toEqual(['ana2']);
    expect(named('@Bo can you?')).toEqual(['bo']);
    expect(named('@Cy can you?')).toEqual([]);
  });

  it('nobody by an address in the text or half a name', () => {
    expect(named('mail root@ana.example.test, bo@example.test')).toEqual([]);
    expect(named('@Boris')).toEqual([]);
  });
});
