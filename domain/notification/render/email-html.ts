import type { MailFacts } from './email';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for HTML, also inside a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

// The colours of the console's light theme: paper, ink, one rule, and a colour only where it tells the state.
const INK = '#1a1916';
const MUTED = '#5b584f';
const RULE = 'border:0;border-top:1px solid #d9d6cd;margin:20px 0';
const STATE = { page: '#b0211a', 'sla-warning': '#5b584f', 'sla-breached': '#b0211a', resolved: '#12614f' } as const;
const MONO = "font-family:'IBM Plex Mono',ui-monospace,Menlo,Consolas,monospace;font-size:13px";

const link = (label: string, url: string): string =>
  `<a href="${escapeHtml(url)}" style="color:#0a5a68">${escapeHtml(label)}</a>`;

/** Looks like a button and is a link: it opens the page with the button. */
const answer = (label: string, url: string): string =>
  `<p style="margin:0 0 12px"><a href="${escapeHtml(url)}" style="display:inline-block;padding:10px 20px;background:${INK};color:#ffffff;font-weight:600;text-decoration:none;border-radius:4px">${escapeHtml(label)}</a></p>`;

const row = ([name, value]: [string, string]): string =>
  `<div><span style="display:inline-block;min-width:88px;color:${MUTED}">${escapeHtml(name)}</span> ${escapeHtml(value)}</div>`;

const paragraphs = (text: string): string =>
  text
    .split('\n\n')
    .map((paragraph) => `<p style="margin:0 0 12px">${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');

/** The HTML part: no scripts, pictures or tables, every word escaped. Inline styles because mail readers drop others. */
export function emailHtml(facts: MailFacts): string {
  const { words } = facts;
  const labels = facts.labels.map(([key, value]) => `<div>${escapeHtml(key)} = ${escapeHtml(value)}</div>`).join('');
  return [
    `<!doctype html><html lang="${words.language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escapeHtml(facts.subject)}</title></head>`,
    `<body style="margin:0;padding:24px;background:#ffffff;color:${INK};font:15px/22px system-ui,-apple-system,'Segoe UI',sans-serif">`,
    '<div style="max-width:600px">',
    `<p style="margin:0;color:${STATE[facts.intent]};font-weight:600">${escapeHtml(facts.heading)}</p>`,
    `<h1 style="margin:4px 0 12px;font-size:22px;line-height:28px;font-weight:600">${escapeHtml(facts.title)}</h1>`,
    facts.why === '' ? '' : `<p style="margin:0 0 12px">${escapeHtml(facts.why)}</p>`,
    facts.acknowledgeUrl ? answer(words.acknowledge, facts.acknowledgeUrl) : '',
    `<p style="margin:0;font-weight:600">${link(words.openIncident, facts.url)}</p>`,
    `<hr style="${RULE}">`,
    facts.rows.map(row).join(''),
    facts.links.map(([name, url]) => `<div>${link(name, url)}</div>`).join(''),
    facts.description === '' ? '' : `<hr style="${RULE}">${paragraphs(facts.description)}`,
    labels === '' ? '' : `<hr style="${RULE}"><div style="${MONO};word-break:break-word">${labels}</div>`,
    `<hr style="${RULE}"><p style="margin:0;color:${MUTED};font-size:13px">${escapeHtml(words.mail.sentFor(facts.sender))}</p>`,
    '</div></body></html>',
  ].join('');
}
