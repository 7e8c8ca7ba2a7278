import type { RenderedMessage } from '../../notification/content';
import { line } from '../../notification/render/plain';
import { pageWords } from '../languages/words';
import type { PageLanguage } from '../page';
import type { StatusPost, SubscriberLinks } from '../post';
import { endText, esc, listText, momentText, prose } from './text';

const MUTED = 'color:#5b584f;font-size:13px';

const wrapped = (language: PageLanguage, subject: string, body: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${esc(subject)}</title></head><body style="margin:0;padding:24px;background:#ffffff;color:#1a1916;font:15px/22px system-ui,-apple-system,'Segoe UI',sans-serif"><div style="max-width:600px">${body}</div></body></html>`;

const link = (label: string, url: string): string => `<a href="${esc(url)}" style="color:#0a5a68">${esc(label)}</a>`;

/** One update as a mail, with the way out in it. */
export function postMail(
  post: StatusPost,
  language: PageLanguage,
  { manageUrl, unsubscribeUrl }: SubscriberLinks,
): RenderedMessage {
  const words = pageWords(language);
  const clock = { timezone: post.page.timezone, words };
  const { report, update, page, components } = post;
  const subject = line(`[${page.name}] ${words.statuses[update.status]}: ${report.title}`, 200);
  const facts = [
    components.length > 0
      ? words.affects(
          listText(
            components.map(({ name }) => name),
            words,
          ),
        )
      : '',
    report.kind === 'maintenance' && report.endsAt !== null
      ? words.from(momentText(report.startsAt, clock), endText(report.startsAt, report.endsAt, clock))
      : '',
    report.nextUpdateAt !== null ? words.nextUpdate(momentText(report.nextUpdateAt, clock)) : '',
  ].filter((fact) => fact !== '');
  const when = `${words.statuses[update.status]}, ${momentText(update.at, clock)}`;
  const text = [
    report.title,
    when,
    update.body,
    ...facts,
    `${words.mail.read}: ${report.url}`,
    words.mail.why(page.name),
    `${words.mail.manage}: ${manageUrl}`,
    `${words.mail.unsubscribe}: ${unsubscribeUrl}`,
  ].join('\n\n');
  const html = [
    `<h1 style="font-size:20px;line-height:28px;margin:0 0 4px">${esc(report.title)}</h1><p style="margin:0 0 12px;${MUTED}">${esc(when)}</p>`,
    prose(update.body),
    ...facts.map((fact) => `<p style="margin:8px 0;${MUTED}">${esc(fact)}</p>`),
    `<p>${link(words.mail.read, report.url)}</p><hr style="border:0;border-top:1px solid #d9d6cd;margin:20px 0"><p style="${MUTED}">${esc(words.mail.why(page.name))} ${link(words.mail.manage, manageUrl)} · ${link(words.mail.unsubscribe, unsubscribeUrl)}</p>`,
  ].join('');
  return { subject, text: `${text}\n`, html: wrapped(language, subject, html) };
}

/** The question whether an address is its owner's wish (double opt-in). */
export function confirmationMail(name: string, language: PageLanguage, url: string): RenderedMessage {
  const { mail } = pageWords(language);
  const subject = line(mail.confirmSubject(name), 200);
  const text = [mail.confirmBody(name), `${mail.confirm}: ${url}`, mail.ignore].join('\n\n');
  const html = `<p>${esc(mail.confirmBody(name))}</p><p>${link(mail.confirm, url)}</p><p style="${MUTED}">${esc(mail.ignore)}</p>`;
  return { subject, text: `${text}\n`, html: wrapped(language, subject, html) };
}
