import { pageWords } from '../languages/words';
import type { Subscriber } from '../subscriber';
import { back, complaint, document } from './form-html';
import { hrefOf, type StatusDocument, type View } from './layout';
import { choicesHtml } from './subscribe-html';
import { esc } from './text';

/** A subscriber as they see themselves: of a webhook the host only. `tokens` lead to what they may do. */
export type Managed = Pick<Subscriber, 'componentIds' | 'channel'> & {
  address: string;
  tokens: { manage: string; unsubscribe: string };
};

/** What a subscriber hears of, to be changed, and the way out. `said`: that it was saved, or why it was not. */
export function managePage(
  view: View,
  { address, channel, componentIds, tokens }: Managed,
  said: { saved: boolean; problem: string | null },
): StatusDocument {
  const { mail, ways } = pageWords(view.language);
  const choices = choicesHtml(view, componentIds);
  const post = (path: string) => `<form method="post" action="${esc(hrefOf(view, path))}">`;
  const body = [
    `<h1>${esc(mail.manage)}</h1><p>${esc(ways[channel])}: ${esc(address)}</p>`,
    said.saved ? `<p role="status"><b>${esc(mail.saved)}</b></p>` : '',
    complaint(said.problem),
    choices === '' ? '' : `${post(`/manage/${tokens.manage}`)}${choices}<button>${esc(mail.save)}</button></form>`,
    `<h2>${esc(mail.unsubscribe)}</h2>${post(`/unsubscribe/${tokens.unsubscribe}`)}<button class="k">${esc(mail.unsubscribe)}</button></form>${back(view)}`,
  ].join('');
  return document(view, mail.manage, body, `/manage/${tokens.manage}`);
}
