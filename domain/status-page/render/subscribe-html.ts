import { type PageWords, pageWords } from '../languages/words';
import { SUBSCRIBER_CHANNELS, type SubscriberChannel } from '../subscriber';
import { back, complaint, document } from './form-html';
import { hrefOf, type StatusDocument, type View } from './layout';
import { esc } from './text';

/** Where the form of a channel stands. */
export const subscribePath = (channel: SubscriberChannel): string =>
  channel === 'email' ? '/subscribe' : `/subscribe/${channel}`;

type Field = { lead: string; label: string; input: string };

const fieldOf = ({ mail, ways }: PageWords, channel: SubscriberChannel): Field => {
  switch (channel) {
    case 'email':
      return { lead: mail.lead, label: mail.email, input: 'type="email" maxlength="320" autocomplete="email"' };
    case 'webhook':
      return {
        lead: ways.webhookLead,
        label: ways.address,
        input: 'type="url" maxlength="2000" placeholder="https://"',
      };
    case 'slack':
      return {
        lead: ways.slackLead,
        label: ways.address,
        input: 'type="url" maxlength="2000" placeholder="https://hooks.slack.com/services/"',
      };
  }
};

/** Why an address was not taken, in the visitor's language. */
export const badAddress = ({ mail, ways }: PageWords, channel: SubscriberChannel): string =>
  ({ email: mail.badEmail, webhook: ways.badWebhook, slack: ways.badSlack })[channel];

const FEEDS = [
  ['RSS', 'history.rss'],
  ['Atom', 'history.atom'],
  ['JSON', 'feed.json'],
  ['iCal', 'calendar.ics'],
] as const;

function waysHtml(view: View, current: SubscriberChannel): string {
  const { ways } = pageWords(view.language);
  const links = SUBSCRIBER_CHANNELS.map((channel) =>
    channel === current
      ? `<b aria-current="page">${esc(ways[channel])}</b>`
      : `<a href="${esc(hrefOf(view, subscribePath(channel)))}">${esc(ways[channel])}</a>`,
  );
  return `<nav>${links.join('')}</nav>`;
}

/** The components to choose from; none where there is no choice. */
export function choicesHtml({ page, language }: View, chosen: readonly string[]): string {
  if (page.components.length < 2) return '';
  const { mail } = pageWords(language);
  const choices = page.components.map(
    ({ id, name }) =>
      `<label><input type="checkbox" name="component" value="${esc(id)}"${chosen.includes(id) ? ' checked' : ''}>${esc(name)}</label>`,
  );
  return `<fieldset><legend>${esc(mail.which)}</legend><p class="m">${esc(mail.all)}</p>${choices.join('')}</fieldset>`;
}

export type Typed = { address: string; componentIds: readonly string[] };
export const NOTHING_TYPED: Typed = { address: '', componentIds: [] };

/** How to hear of a page: the form of one channel, the others, and the feeds. `problem`: why it was not taken; `typed` stands again. */
export function subscribeForm(
  view: View,
  channel: SubscriberChannel,
  { problem, typed }: { problem: string | null; typed: Typed },
): StatusDocument {
  const words = pageWords(view.language);
  const { mail, feeds, subscribe } = words;
  const { lead, label, input } = fieldOf(words, channel);
  const path = subscribePath(channel);
  const base = new URL(view.url).pathname.replace(/\/$/, '');
  const links = FEEDS.map(([word, name]) => `<a href="${esc(`${base}/${name}`)}">${word}</a>`);
  const wrong = problem ? ' aria-invalid="true" aria-describedby="problem"' : '';
  const form = `<form method="post" action="${esc(hrefOf(view, path))}"><label for="address">${esc(label)}</label><input id="address" name="address" ${input} required value="${esc(typed.address)}"${wrong}>${choicesHtml(view, typed.componentIds)}<button>${esc(mail.send)}</button></form>`;
  const body = `<h1>${esc(subscribe)}</h1>${waysHtml(view, channel)}<p>${esc(lead)}</p>${complaint(problem)}${form}<h2>${esc(mail.other)}</h2><p class="l">${esc(feeds)}: ${links.join(' ')}</p>${back(view)}`;
  return document(view, subscribe, body, path);
}
