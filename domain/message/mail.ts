import type { RenderedMessage } from '../notification/content';
import { escapeHtml } from '../notification/render/email-html';
import { line } from '../notification/render/plain';
import { languageOf, wordsFor } from '../notification/words/words';
import type { MessageContent } from './content';
import { frameOf, type MessageWords, placeOf } from './words';

// The same ink, paper and rule as in pages by mail.
const MUTED = 'color:#5b584f;font-size:13px';
const RULE = 'border:0;border-top:1px solid #d9d6cd;margin:20px 0';
const CODE = "font:600 28px/36px 'IBM Plex Mono',ui-monospace,Menlo,Consolas,monospace;letter-spacing:4px";

const paragraph = (text: string, style = ''): string =>
  `<p style="margin:0 0 12px${style === '' ? '' : `;${style}`}">${text}</p>`;

/** A mail with a text part and the same said in HTML; the link also stands in words, to be copied. */
export function mailOf(content: MessageContent, words: MessageWords): RenderedMessage {
  const frame = frameOf(content.locale);
  const greeting = frame.hello(line(content.recipientName, 80));
  const sender = frame.sentBy(placeOf(content));
  const { subject, before, link, code, after } = words;
  const text = [
    greeting,
    ...before,
    ...(link ? [`${link.label}${wordsFor(content.locale).mail.colon}${link.url}`] : []),
    ...(code ? [code] : []),
  ]
    .concat(after, sender)
    .join('\n\n');
  return { subject, text: `${text}\n`, html: html() };

  function html(): string {
    const url = link ? escapeHtml(link.url) : '';
    return [
      `<!doctype html><html lang="${languageOf(content.locale)}"><head><meta charset="utf-8">`,
      '<meta name="viewport" content="width=device-width,initial-scale=1">',
      `<title>${escapeHtml(subject)}</title></head>`,
      `<body style="margin:0;padding:24px;background:#ffffff;color:#1a1916;font:15px/22px system-ui,-apple-system,'Segoe UI',sans-serif">`,
      '<div style="max-width:600px">',
      ...[greeting, ...before].map((words) => paragraph(escapeHtml(words))),
      link ? paragraph(`<a href="${url}" style="color:#0a5a68">${escapeHtml(link.label)}</a>`, 'font-weight:600') : '',
      link ? paragraph(url, `${MUTED};word-break:break-all`) : '',
      code ? paragraph(escapeHtml(code), CODE) : '',
      ...after.map((words) => paragraph(escapeHtml(words))),
      `<hr style="${RULE}"><p style="margin:0;${MUTED}">${escapeHtml(sender)}</p>`,
      '</div></body></html>',
    ].join('');
  }
}
