import { escapedWithin, escapeSlack } from '../../notification/render/slack-text';
import { type Instant, toIso, toIsoOrNull } from '../../shared/time';
import { pageWords } from '../languages/words';
import type { PageLanguage } from '../page';
import type { StatusPost, SubscriberLinks } from '../post';
import { listText } from './text';

// What webhooks and Slack channels of subscribers are sent: updates, and first the question whether they want any.

/** For a subscriber's webhook, signed by Standard Webhooks: type, timestamp and what happened. */
export const postWebhook = (
  { page, report, update, components }: StatusPost,
  { manageUrl, unsubscribeUrl }: SubscriberLinks,
): string =>
  JSON.stringify({
    type: 'status_report.updated',
    timestamp: toIso(update.at),
    data: {
      page: { id: page.id, name: page.name, url: page.url },
      report: {
        ...report,
        startsAt: toIso(report.startsAt),
        endsAt: toIsoOrNull(report.endsAt),
        nextUpdateAt: toIsoOrNull(report.nextUpdateAt),
      },
      update: { id: update.id, status: update.status, body: update.body, at: toIso(update.at) },
      components,
      manageUrl,
      unsubscribeUrl,
    },
  });

const mrkdwn = (text: string) => ({ type: 'mrkdwn', text, verbatim: true });
const slackLink = (url: string, words: string): string => `<${escapeSlack(url)}|${escapedWithin(words, 200)}>`;

const slackMessage = (text: string, section: string, context: string): string =>
  JSON.stringify({
    text,
    unfurl_links: false,
    blocks: [
      { type: 'section', text: mrkdwn(section) },
      { type: 'context', elements: [mrkdwn(context)] },
    ],
  });

/** For an incoming webhook of Slack. */
export function postSlack(
  { page, report, update, components }: StatusPost,
  language: PageLanguage,
  { manageUrl, unsubscribeUrl }: SubscriberLinks,
): string {
  const words = pageWords(language);
  const heading = `*${escapedWithin(`${words.statuses[update.status]}: ${report.title}`, 600)}*`;
  const names = components.map(({ name }) => name);
  const about = names.length > 0 ? escapedWithin(words.affects(listText(names, words)), 600) : '';
  const links = [
    slackLink(report.url, page.name),
    slackLink(manageUrl, words.mail.manage),
    slackLink(unsubscribeUrl, words.mail.unsubscribe),
  ];
  return slackMessage(
    `${heading}\n${escapedWithin(update.body, 900)}`,
    `${heading}\n${escapedWithin(update.body, 2_000)}`,
    [about, ...links].filter((part) => part !== '').join(' · '),
  );
}

type Asking = { page: { id: string; name: string; url: string }; confirmUrl: string };

/** Whether this endpoint wants the page's updates: it does once `confirmUrl` was opened and confirmed, or was sent a POST. */
export const questionWebhook = ({ page, confirmUrl }: Asking, at: Instant): string =>
  JSON.stringify({ type: 'status_subscription.requested', timestamp: toIso(at), data: { page, confirmUrl } });

/** The same for a channel of Slack. */
export function questionSlack({ page, confirmUrl }: Asking, language: PageLanguage): string {
  const { mail } = pageWords(language);
  const question = escapedWithin(mail.confirmBody(page.name), 900);
  return slackMessage(question, `${question}\n${slackLink(confirmUrl, mail.confirm)}`, escapedWithin(mail.ignore, 600));
}
