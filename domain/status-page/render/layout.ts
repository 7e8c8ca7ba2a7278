import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { ComponentState } from '../component';
import { pageWords } from '../languages/words';
import { PAGE_LANGUAGES, type PageLanguage, type PageLook } from '../page';
import type { PublicPage } from '../public';
import { sprite } from './glyphs';
import { styleOf } from './style';
import { esc } from './text';

/** What a document is made of: the page, where it stands, and the language it is read in. */
export type View = {
  page: PublicPage;
  url: string;
  language: PageLanguage;
  /** For its editor, who sees it in a frame before anything is stored: its logos come along as `data:` addresses. */
  preview?: Pick<PageLook, 'logo' | 'logoDark'>;
};

/** An answer as it is stored. */
export type StatusDocument = { type: string; body: string; policy: string | null };

/**
 * The visitor's own time beside the page's, where they differ (UX §2.11), with the day where that differs too. Nothing
 * depends on it.
 */
const SCRIPT =
  "document.querySelectorAll('time').forEach(function(t){var d=new Date(t.dateTime),b=document.body.dataset,f=function(z,o){o.timeZone=z;return d.toLocaleString(document.documentElement.lang,o)},h=function(w){return{weekday:w,hour:'2-digit',minute:'2-digit',hourCycle:'h23'}},v;try{if(f(b.zone,h())!==f(v,h()))t.append(' · '+f(v,h(f(b.zone,{dateStyle:'short'})===f(v,{dateStyle:'short'})?v:'short'))+' '+b.yours)}catch(e){}})";

const hashOf = (text: string): string => `'sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(text))))}'`;

/** A path of the page, in this language where it is not the page's own. */
export function hrefOf({ page, url, language }: View, path: string, query: Record<string, string> = {}): string {
  const all = new URLSearchParams({ ...query, ...(language === page.language ? {} : { lang: language }) }).toString();
  const base = new URL(url).pathname.replace(/\/$/, '');
  return `${base}${path}${all ? `?${all}` : ''}` || '/';
}

/** Where the note stands that the page could not be made anew for a while; put in when it is served. */
export const STALE_MARK = '<!--stale-->';

type Parts = {
  title: string;
  body: string;
  path: string;
  states: ReadonlySet<ComponentState>;
  /** Whoever stands before the page's door is led nowhere behind it. */
  isGate?: boolean;
};

/** The whole of an HTML page, with the policy under which nothing but its own style and script runs. */
export function htmlDocument(view: View, { title, body, path, states, isGate = false }: Parts): StatusDocument {
  const { page, url, language, preview } = view;
  const words = pageWords(language);
  const style = styleOf(page.accent, page.customCss);
  const home = esc(hrefOf(view, ''));
  const src = (name: string) => esc(`${new URL(url).pathname.replace(/\/$/, '')}/${name}`);
  const [light, dark] = [preview?.logo ?? src('logo'), preview?.logoDark ?? src('logo-dark')];
  const logo = page.hasLogo
    ? `<picture>${page.hasLogoDark ? `<source media="(prefers-color-scheme:dark)" srcset="${dark}">` : ''}<img src="${light}" alt="${esc(page.name)}"></picture>`
    : esc(page.name);
  const head = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">`,
    `<title>${esc(title)}</title>`,
    page.isPublic ? '' : '<meta name="robots" content="noindex">',
    preview ? '<base target="_blank">' : '',
    `<link rel="alternate" type="application/atom+xml" href="${src('history.atom')}"><link rel="icon" href="${src('badge.svg')}?icon">`,
    `<style>${style}</style></head>`,
  ].join('');
  const languages = PAGE_LANGUAGES.map((one) =>
    one === language
      ? `<b>${esc(pageWords(one).name)}</b>`
      : `<a href="${esc(hrefOf({ ...view, language: one }, path))}" lang="${one}" hreflang="${one}">${esc(pageWords(one).name)}</a>`,
  );
  const links = [
    isGate ? '' : `<a href="${esc(hrefOf(view, '/history'))}">${esc(words.history)}</a>`,
    page.isPublic
      ? ['history.rss', 'history.atom', 'feed.json', 'calendar.ics']
          .map((name, i) => `<a href="${src(name)}">${['RSS', 'Atom', 'JSON', 'iCal'][i]}</a>`)
          .join('')
      : '',
    page.supportUrl ? `<a href="${esc(page.supportUrl)}">${esc(words.contact)}</a>` : '',
  ].join('');
  const foot = `<footer><p>${links}</p><p>${esc(words.language)}: ${languages.join(' ')}</p></footer>`;
  const subscribe = page.isPublic ? `<a href="${esc(hrefOf(view, '/subscribe'))}">${esc(words.subscribe)}</a>` : '';
  const html = `${head}<body data-zone="${esc(page.timezone)}" data-yours="${esc(words.yourTime)}">${sprite(states)}<div class="c"><header><a class="n" href="${home}">${logo}</a>${subscribe}</header><main>${STALE_MARK}${body}</main>${foot}</div>${preview ? '' : `<script>${SCRIPT}</script>`}</body></html>`;
  const policy = preview
    ? `default-src 'none'; style-src ${hashOf(style)}; img-src 'self' data:; base-uri 'none'; frame-ancestors 'self'`
    : `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(SCRIPT)}; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;
  return { type: 'text/html; charset=utf-8', body: html, policy };
}
