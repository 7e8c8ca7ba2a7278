import { Zip, ZipDeflate } from 'fflate';
import type { ExportCell } from '../../../domain/incident/export';
import { DAY } from '../../../domain/shared/time';

// Libraries that write workbooks hold all of it: 20,000 incidents took more than the 128 MB of a Worker. A sheet of plain
// rows is little XML, and a zip file can be made while it is sent.

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const relations = (...targets: [type: string, target: string][]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** What an XLSX file holds besides its one sheet. Style 1 is bold, style 2 a date with its time. */
const partsOf = (sheet: string): Record<string, string> => ({
  '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  '_rels/.rels': relations(['officeDocument', 'xl/workbook.xml']),
  'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relations(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
  'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
});

/** With the first row held in place. */
const SHEET_START = `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData>`;
const SHEET_END = '</sheetData></worksheet>';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** A cell takes so many characters. */
const LONGEST_TEXT = 32_767;
/** XML has no way to write most control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
function escaped(text: string): string {
  return text
    .slice(0, LONGEST_TEXT)
    .replaceAll(UNWRITABLE, '')
    .replaceAll(/[&<>"]/g, (one) => ENTITIES[one] ?? '');
}

/** The first of January 1970 in days as a workbook counts them. */
const EPOCH = 25_569;

/** A text stays a text whatever it begins with, so that none becomes a formula; instants are dates in UTC. */
function cellXml(cell: ExportCell, isHead: boolean): string {
  if (cell === null) return '<c/>';
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`;
  if (typeof cell !== 'string') return `<c s="2"><v>${cell.at / DAY + EPOCH}</v></c>`;
  return `<c t="inlineStr"${isHead ? ' s="1"' : ''}><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/**
 * One sheet as an XLSX file: a part of the rows is asked for when whoever saves the file has taken the one before. Rows
 * that fail break the file off.
 */
export function workbookStream(
  sheet: string,
  head: readonly string[],
  parts: AsyncIterator<readonly (readonly ExportCell[])[], void>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const body = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 3 });
  let row = 0;
  const write = (rows: readonly (readonly ExportCell[])[], isHead = false): void => {
    const xml = rows.map((cells) => {
      row += 1;
      return `<row r="${row}">${cells.map((cell) => cellXml(cell, isHead)).join('')}</row>`;
    });
    body.push(encoder.encode(xml.join('')));
  };
  let zip: Zip;
  let sent = 0;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      zip = new Zip((error, bytes, isLast) => {
        if (error) return controller.error(error);
        sent += 1;
        controller.enqueue(bytes);
        if (isLast) controller.close();
      });
      for (const [name, xml] of Object.entries(partsOf(sheet))) {
        const part = new ZipDeflate(name);
        zip.add(part);
        part.push(encoder.encode(xml), true);
      }
      zip.add(body);
      body.push(encoder.encode(SHEET_START));
      write([head], true);
    },
    async pull() {
      // Nobody asks again where nothing came: a part may stay in the deflater.
      for (const before = sent; sent === before; ) {
        const next = await parts.next();
        if (!next.done) write(next.value);
        else {
          body.push(encoder.encode(SHEET_END), true);
          zip.end();
        }
      }
    },
  });
}
