import { describe, expect, it } from 'vitest';
import { csvOf } from './csv';
import { readCsv } from './csv-read';

const cells = (text: string) => readCsv(text).map((line) => line.cells);

describe('reading CSV', () => {
  it.each([',', ';', '\t'])('parts cells by %j, whichever stands in the first line', (sign) => {
    expect(cells(`a${sign}b\r\n1${sign}2\r\n`)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('takes quotes as they are written: doubled inside, around delimiters and line ends', () => {
    expect(cells('name,text\n"a, b","say ""yes""\nor no"')).toEqual([
      ['name', 'text'],
      ['a, b', 'say "yes"\nor no'],
    ]);
  });

  it('counts lines as an editor does, past empty ones and line ends in cells', () => {
    expect(readCsv('\uFEFFa\n\n"b\nc"\nd').map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  it('reads what is written', () => {
    const rows = [['a "b"', 'c,d', 'e\r\nf']];
    expect(cells(csvOf(rows))).toEqual(rows);
  });
});
