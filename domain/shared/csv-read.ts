const DELIMITERS = [',', ';', '\t'] as const;

/** Which sign parts the cells: the one that stands most often, outside quotes, in the first line. */
function delimiterOf(text: string): string {
  const first = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (sign: string) => first.split(sign).length;
  return DELIMITERS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** One line of a file: its number as an editor counts, from 1, and its cells. */
export type CsvLine = { line: number; cells: string[] };

/**
 * The lines of CSV (RFC 4180) as spreadsheets of any country write it: parted by commas, semicolons or tabs, cells in
 * quotes where they need them, with or without a byte order mark. Cells are trimmed; empty lines are left out. A quote
 * that is never closed goes to the end of the text.
 */
export function readCsv(given: string): CsvLine[] {
  const text = given.replace(/^\uFEFF/, '');
  const delimiter = delimiterOf(text);
  const lines: CsvLine[] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let line = 1;
  let begun = 1;
  const endLine = () => {
    cells.push(cell.trim());
    if (cells.some((one) => one !== '')) lines.push({ line: begun, cells });
    [cells, cell] = [[], ''];
  };
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i] ?? '';
    if (sign === '\n') line += 1;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell.trim() === '') [isQuoted, cell] = [true, ''];
    else if (sign === delimiter) {
      cells.push(cell.trim());
      cell = '';
    } else if (sign === '\n') {
      endLine();
      begun = line;
    } else cell += sign;
  }
  endLine();
  return lines;
}
