import { EXPORT_COLUMNS, exportRow, plainCell } from '../../../domain/incident/export';
import type { IncidentSummary } from '../../../domain/incident/view';
import { csvOf } from '../../../domain/shared/csv';
import { ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { listIncidentsPage } from '../incident/list';
import { workbookOf } from './workbook';

/** The list's own filter, whatever it takes. */
export type ExportFilter = Omit<Parameters<typeof listIncidentsPage>[1], 'limit' | 'cursor'>;

/** A file to be saved. A body that is a stream is made while it is read. */
export type ExportFile = { name: string; type: string; body: ReadableStream<Uint8Array> | ArrayBuffer };

const PER_QUERY = 500;
/** A workbook is made in memory; CSV has no end. */
const MOST_IN_WORKBOOK = 20_000;

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * All incidents under the list's filters as CSV (streamed) or as a workbook (the first 20,000). Private ones are left
 * out (SEMANTICS 17). Failures: those of the list, before anything is sent.
 */
export async function exportIncidents(
  context: Context,
  { format, ...filter }: ExportFilter & { format: 'csv' | 'xlsx' },
): Promise<Result<ExportFile>> {
  const pages = pagesOf(context, filter);
  const first = await pages.next();
  if (first.done) throw new Error('a list has a first page');
  if (!first.value.ok) return first.value;
  const day = new Date(context.now).toISOString().slice(0, 10);
  const name = `incidents-${day}.${format}`;
  if (format === 'csv') return ok({ name, type: CSV, body: csvStream(first.value.value, pages) });
  const rows = first.value.value.map(exportRow);
  for await (const page of pages) {
    if (!page.ok) return page;
    rows.push(...page.value.map(exportRow));
    if (rows.length >= MOST_IN_WORKBOOK) break;
  }
  const head = EXPORT_COLUMNS.map((column) => column.name);
  return ok({ name, type: XLSX, body: await workbookOf('Incidents', head, rows.slice(0, MOST_IN_WORKBOOK)) });
}

type Pages = AsyncGenerator<Result<IncidentSummary[]>, void>;

async function* pagesOf(context: Context, filter: ExportFilter): Pages {
  let cursor: string | undefined;
  do {
    const asked = { ...filter, visibility: 'PUBLIC' as const, limit: PER_QUERY };
    const page = await listIncidentsPage(context, { ...asked, ...(cursor ? { cursor } : {}) });
    if (!page.ok) {
      yield page;
      return;
    }
    yield ok(page.value.data);
    cursor = page.value.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

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
