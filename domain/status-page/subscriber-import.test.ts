import { describe, expect, it } from 'vitest';
import { MOST_IMPORTED, readSubscribers } from './subscriber-import';

const COMPONENTS = [
  { id: 'cmp_1', name: 'Checkout' },
  { id: 'cmp_2', name: 'API' },
];
const read = (text: string) => readSubscribers(text, COMPONENTS).lines;

describe('a list of subscribers', () => {
  it('is one address a line, as people paste it', () => {
    expect(read('Ana@Example.com\n\nbo@example.com').map(({ line, address }) => [line, address])).toEqual([
      [1, 'ana@example.com'],
      [3, 'bo@example.com'],
    ]);
  });

  it('is CSV whose first line names the columns, with components by their names', () => {
    const lines = read('id;Email;Components\n7;ana@example.com;"checkout; API"\n8;bo@example.com;');
    expect(lines).toEqual([
      { line: 2, address: 'ana@example.com', componentIds: ['cmp_1', 'cmp_2'], outcome: null },
      { line: 3, address: 'bo@example.com', componentIds: [], outcome: null },
    ]);
  });

  it('says of each line that cannot be taken why', () => {
    const text = [
      'address,components,channel',
      'ana@example.com,,email',
      'ANA@example.com,,email',
      'nobody,,email',
      'bo@example.com,Search,',
      'hooks.example.com,,webhook',
    ].join('\n');
    expect(read(text).map(({ outcome }) => outcome)).toEqual([
      null,
      'twice',
      'no-address',
      'no-component',
      'not-email',
    ]);
  });

  it('is read up to a bound, and says where there was more', () => {
    const text = Array.from({ length: MOST_IMPORTED + 1 }, (_, i) => `p${i}@example.com`).join('\n');
    const { lines, isCut } = readSubscribers(text, []);
    expect([lines.length, isCut]).toEqual([MOST_IMPORTED, true]);
  });
});
