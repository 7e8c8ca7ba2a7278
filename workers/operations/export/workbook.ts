import writeXlsxFile, { type SheetData } from 'write-excel-file/universal';
import type { ExportCell } from '../../../domain/incident/export';

const DATE = 'yyyy-mm-dd hh:mm:ss';

/**
 * One sheet as an XLSX file. Each cell has its type: a text stays a text whatever it begins with, so that none becomes a
 * formula; instants are dates in UTC.
 */
export async function workbookOf(
  sheet: string,
  head: readonly string[],
  rows: readonly (readonly ExportCell[])[],
): Promise<ArrayBuffer> {
  const data: SheetData = [
    head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => row.map(cellOf)),
  ];
  const blob = await writeXlsxFile(data, { sheet, stickyRowsCount: 1 }).toBlob();
  return blob.arrayBuffer();
}

function cellOf(cell: ExportCell) {
  if (cell === null) return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'string') return { value: cell, type: String };
  return { value: new Date(cell.at), type: Date, format: DATE };
}
