import {
  EXPORT_COLUMNS,
  type ExportCell,
  exportRow,
  MOST_IN_WORKBOOK,
  plainCell,
} from '../../../domain/incident/export';
import type { IncidentSummary } from '../../../domain/incident/view';
import { csvOf } from '../../../domain/shared/csv';
import { pagesOf } from '../../../domain/shared/page';
import { ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { listIncidentsPage } from '../incident/list';
import { workbookStream } from './workbook';

/** The list's own filter, whatever it takes. */
export type ExportFilter = Omit<Parameters<typeof listIncidentsPage>[1], 'limit' | 'cursor'>;

/** A file to be saved, made while it is read. */
export type ExportFile = { name: string; type: string; body: ReadableStream<Uint8Array> };

const PER_QUERY = 500;

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * All incidents under the list's filters as CSV or as a workbook, streamed. Private ones are left out (SEMANTICS 17).
 * A sheet ends after `most` incidents: where there are more its last row says so. Failures: those of the list, before
 * anything is sent.
 */
export async function exportIncidents(
  context: Context,
  { format, ...filter }: ExportFilter & { format: 'csv' | 'xlsx' },
  most = MOST_IN_WORKBOOK,
): Promise<Result<ExportFile>> {
  const asked = { ...filter, visibility: 'PUBLIC' as const, limit: PER_QUERY };
  const pages = pagesOf((page) => listIncidentsPage(context, { ...asked, ...page }));
  const first = await pages.next();
  if (first.done) throw new Error('a list has a first page');
  if (!first.value.ok) return first.value;
  const day = new Date(context.now).toISOString().slice(0, 10);
  const name = `incidents-${day}.${format}`;
  if (format === 'csv') return ok({ name, type: CSV, body: csvStream(first.value.value, pages) });
  const head = EXPORT_COLUMNS.map((column) => column.name);
  return ok({ name, type: XLSX, body: workbookStream('Incidents', head, sheetRows(first.value.value, pages, most)) });
}

/** The rows of one sheet, a page at a time. */
async function* sheetRows(
  first: readonly IncidentSummary[],
  pages: Pages,
  most: number,
): AsyncGenerator<ExportCell[][], void> {
  let left = most;
  for (let page = first; ; ) {
    yield page.slice(0, left).map(exportRow);
    if (page.length > left) {
      yield [[null, null, `Only the first ${most} incidents fit a sheet: the CSV file has all of them.`]];
      return;
    }
    left -= page.length;
    const next = await pages.next();
    if (next.done) return;
    if (!next.value.ok) throw new Error(next.value.error.message);
    page = next.value.value;
  }
}

type Pages = AsyncGenerator<Result<IncidentSummary[]>, void>;

/** A page is read when whoever saves the file has taken the one before. A list that fails in the middle breaks the file off. */
function csvStream(first: readonly IncidentSummary[], pages: Pages): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const linesOf = (incidents: readonly IncidentSummary[]) =>
    encoder.encode(csvOf(incidents.map((incident) => exportRow(incident).map(plainCell))));
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(csvOf([EXPORT_COLUMNS.map(({ name }) => name)])));
      controller.enqueue(linesOf(first));
    },
    async pull(controller) {
      const next = await pages.next();
      if (next.done) controller.close();
      else if (next.value.ok) controller.enqueue(linesOf(next.value.value));
      else controller.error(new Error(next.value.error.message));
    },
  });
}
