import { pageWords } from '../languages/words';
import { hrefOf, htmlDocument, type StatusDocument, type View } from './layout';
import { esc } from './text';

export const document = (view: View, title: string, body: string, path: string, isGate = false): StatusDocument =>
  htmlDocument(view, { title: `${title} – ${view.page.name}`, body, path, states: new Set(), isGate });

export const back = (view: View): string =>
  `<p><a href="${esc(hrefOf(view, ''))}">${esc(pageWords(view.language).back)}</a></p>`;

export const complaint = (text: string | null): string =>
  text ? `<p class="e" id="problem" role="alert">${esc(text)}</p>` : '';

/** One sentence and the way back. */
export const sayPage = (view: View, sentence: string): StatusDocument =>
  document(view, sentence, `<h1>${esc(sentence)}</h1>${back(view)}`, '');

/** That an address hears of the page from now on; of a webhook with what it needs to know that it hears us. */
export const confirmedPage = (view: View, secret: string | null, manageToken: string): StatusDocument => {
  const { mail, ways } = pageWords(view.language);
  const key = secret === null ? '' : `<p>${esc(ways.secret)}</p><p><code>${esc(secret)}</code></p>`;
  const manage = esc(hrefOf(view, `/manage/${manageToken}`));
  const body = `<h1>${esc(mail.confirmed)}</h1>${key}<p><a href="${manage}">${esc(mail.manage)}</a></p>${back(view)}`;
  return document(view, mail.confirmed, body, '');
};

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
    true,
  );
}
