import { exactly } from './fields';

const HIDDEN = ['style', 'script', 'head', 'title'];
const BREAKS = ['br', 'p', 'div', 'tr', 'li', 'h1', 'h2', 'h3', 'h4', 'table', 'ul', 'ol'];
const ENTITIES: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Readable text of an HTML mail, in one pass whatever it holds. The result is text and is never shown as HTML. */
export function htmlText(html: string): string {
  const out: string[] = [];
  const lower = html.toLowerCase();
  const endless = new Set<string>();
  let from = 0;
  while (from < html.length) {
    const open = html.indexOf('<', from);
    const close = open < 0 ? -1 : html.indexOf('>', open);
    if (close < 0) break;
    out.push(html.slice(from, open));
    const name = /^\/?([a-z0-9]+)/i.exec(html.slice(open + 1, open + 20))?.[1]?.toLowerCase() ?? '';
    if (BREAKS.includes(name)) out.push('\n');
    else out.push(' ');
    from = close + 1;
    if (HIDDEN.includes(name) && html[open + 1] !== '/' && !endless.has(name)) {
      const end = lower.indexOf(`</${name}`, from);
      // Without its end the rest of the mail would be lost, and looking for it again would take for ever.
      if (end >= 0) from = end;
      else endless.add(name);
    }
  }
  out.push(html.slice(from));
  return out
    .join('')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, character)
    .split('\n')
    .map((line) => line.split(/\s+/).join(' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function character(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return exactly(ENTITIES, name) ?? entity;
  const code = Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}
