import { pageWords } from '../languages/words';
import { hrefOf, htmlDocument, type StatusDocument, type View } from './layout';
import { esc } from './text';

const document = (view: View, title: string, body: string, path: string): StatusDocument =>
  htmlDocument(view, { title: `${title} – ${view.page.name}`, body, path, states: new Set() });

const back = (view: View): string =>
  `<p><a href="${esc(hrefOf(view, ''))}">${esc(pageWords(view.language).back)}</a></p>`;

const complaint = (text: string | null): string => (text ? `<p class="e" role="alert">${esc(text)}</p>` : '');

/** How to hear of a page: the form for mail, and the feeds. `problem`: why it was not taken; `typed` stands again. */
export function subscribeForm(
  view: View,
  { problem, typed }: { problem: string | null; typed: string },
): StatusDocument {
  const { mail, feeds, subscribe } = pageWords(view.language);
  const base = new URL(view.url).pathname.replace(/\/$/, '');
  const choices = view.page.components.map(
    ({ id, name }) => `<label><input type="checkbox" name="component" value="${esc(id)}">${esc(name)}</label>`,
  );
  const which =
    choices.length > 1
      ? `<fieldset><legend>${esc(mail.which)}</legend><p class="m">${esc(mail.all)}</p>${choices.join('')}</fieldset>`
      : '';
  const links = [
    ['RSS', 'history.rss'],
    ['Atom', 'history.atom'],
    ['JSON', 'feed.json'],
    ['iCal', 'calendar.ics'],
  ].map(([word, name]) => `<a href="${esc(`${base}/${name}`)}">${word}</a>`);
  const body = `<h1>${esc(subscribe)}</h1><p>${esc(mail.lead)}</p>${complaint(problem)}<form method="post" action="${esc(hrefOf(view, '/subscribe'))}"><label for="email">${esc(mail.email)}</label><input id="email" type="email" name="email" required maxlength="320" autocomplete="email" value="${esc(typed)}">${which}<button>${esc(mail.send)}</button></form><h2>${esc(mail.other)}</h2><p>${esc(feeds)}: ${links.join(' ')}</p>${back(view)}`;
  return document(view, subscribe, body, '/subscribe');
}

/** One sentence and the way back. */
export const sayPage = (view: View, sentence: string): StatusDocument =>
  document(view, sentence, `<h1>${esc(sentence)}</h1>${back(view)}`, '');

/** A question with one button, since opening an address changes nothing. */
export const askPage = (view: View, question: string, button: string, path: string): StatusDocument =>
  document(
    view,
    question,
    `<h1>${esc(question)}</h1><form method="post" action="${esc(hrefOf(view, path))}"><button>${esc(button)}</button></form>${back(view)}`,
    path,
  );

/** The door of a page with a password; it shows the name and nothing else of it. */
export function gateForm(view: View, problem: string | null): StatusDocument {
  const { gate } = pageWords(view.language);
  const bare: View = {
    ...view,
    page: { ...view.page, components: [], reports: [], announcements: [], isPublic: false },
  };
  return document(
    bare,
    gate.title,
    `<h1>${esc(gate.title)}</h1><p>${esc(gate.lead)}</p>${complaint(problem)}<form method="post" action="${esc(hrefOf(view, '/enter'))}"><label for="password">${esc(gate.password)}</label><input id="password" type="password" name="password" required maxlength="200" autocomplete="current-password"><button>${esc(gate.enter)}</button></form>`,
    '',
  );
}
