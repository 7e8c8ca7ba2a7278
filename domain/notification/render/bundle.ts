import { bundleHeadline } from '../bundle';
import type { Channel } from '../channels';
import type { ActionLinks, NotificationContent, RenderedMessage, SlackBlock, SlackText } from '../content';
import type { Words } from '../words/words';
import { rank, wordsOf } from './facts';
import { cut, line } from './plain';
import { renderPush } from './push';
import { escapedWithin, escapeSlack } from './slack-text';

type Bundle = NonNullable<NotificationContent['bundle']>;

const TITLE_MAX = 60;
const SMS_MAX = 320;
const WHATSAPP_MAX = 900;
const PUSH_MAX = 200;
const SLACK_TITLES = 20;
const BUTTON_URL_MAX = 3_000;

const headlineOf = ({ incidents }: Bundle, words: Words, mark?: string): string =>
  bundleHeadline(
    incidents.map(({ serviceName, request }) => ({
      serviceName: line(serviceName, 40, mark) || words.service,
      request: request ?? null,
    })),
    words.bundle,
  );

const titlesOf = ({ incidents }: Bundle, words: Words, mark?: string): string[] =>
  incidents.map(({ title }) => line(title, TITLE_MAX, mark) || words.untitled);

/** One line that ends in the link; as many titles as there is room for. */
function shortText(content: NotificationContent, bundle: Bundle, max: number, links: ActionLinks | null): string {
  const words = wordsOf(content);
  const head = `${rank(content)} ${headlineOf(bundle, words, '...')}: `;
  const reply = links?.replyCode ? `${words.bundle.reply(links.replyCode)} ` : '';
  const end = links ? `${reply}${words.bundle.replyAcknowledge} ${links.acknowledge}` : bundle.url;
  const room = Math.max(TITLE_MAX, max - head.length - end.length - 1);
  return `${head}${cut(titlesOf(bundle, words, '...').join('; '), room, '...')} ${end}`;
}

function pushOf(content: NotificationContent, bundle: Bundle, links: ActionLinks | null): RenderedMessage {
  const words = wordsOf(content);
  const { push, ...said } = renderPush(content, links ? { ...links, escalate: '' } : null);
  const count = bundle.incidents.length;
  return {
    ...said,
    subject: cut(`${rank(content)} · ${headlineOf(bundle, words)}`, 100),
    text: cut(titlesOf(bundle, words).join(' · '), PUSH_MAX),
    ...(push ? { push: { ...push, url: bundle.url, tag: `bundle-${push.tag}`, all: count } } : {}),
  };
}

const mrkdwn = (text: string): SlackText => ({ type: 'mrkdwn', text, verbatim: true });

function slackOf(content: NotificationContent, bundle: Bundle, links: ActionLinks | null): RenderedMessage {
  const words = wordsOf(content);
  const heading = `*${escapedWithin(`${rank(content)} ${headlineOf(bundle, words)}`, 200)}*`;
  const left = bundle.incidents.length - SLACK_TITLES;
  const titles = titlesOf(bundle, words)
    .slice(0, SLACK_TITLES)
    .map((title) => `• ${escapedWithin(title, 2 * TITLE_MAX)}`);
  const list = [...titles, ...(left > 0 ? [words.bundle.andMore(left)] : [])].join('\n');
  const url = links?.acknowledge;
  const button = (label: string, action_id: string, address: string, style?: 'primary') => ({
    type: 'button' as const,
    action_id,
    text: { type: 'plain_text' as const, text: label, emoji: false as const },
    ...(style ? { style } : {}),
    url: address,
  });
  const buttons = [
    ...(url ? [button(words.bundle.acknowledge(bundle.incidents.length), 'acknowledge-bundle', url, 'primary')] : []),
    button(words.slack.view, 'open-incident', bundle.url),
  ].filter((one) => one.url.length <= BUTTON_URL_MAX);
  const blocks: SlackBlock[] = [
    { type: 'section', text: mrkdwn(`${heading}\n${list}`) },
    ...(buttons.length > 0 ? [{ type: 'actions' as const, elements: buttons }] : []),
  ];
  const link = url
    ? `<${escapeSlack(url)}|${words.bundle.acknowledgeAll}>`
    : `<${escapeSlack(bundle.url)}|${words.bundle.openAll}>`;
  return { subject: null, text: `${heading}\n${list}\n${link}`, html: null, blocks };
}

function spoken(content: NotificationContent, bundle: Bundle, hearsKeys: boolean): RenderedMessage {
  const { incident } = content;
  const words = wordsOf(content);
  const [latest] = titlesOf(bundle, words).toReversed();
  const said = [
    words.voice.greeting,
    words.bundle.spoken(incident.urgency, headlineOf(bundle, words)),
    words.bundle.latest((latest ?? '').replace(/\bhttps?:\/\/\S+/gi, words.voice.aLink)),
    hearsKeys ? words.bundle.keys : words.bundle.noKeys,
  ];
  const { spokenAs } = words;
  return { subject: null, text: said.join(' '), html: null, spokenAs, ...(hearsKeys ? { keys: true } : {}) };
}

/** Many pages told in one message: how many, on which services, which, and one way to acknowledge them all. */
export function renderBundle(
  channel: Channel,
  content: NotificationContent,
  bundle: Bundle,
  links: ActionLinks | null,
): RenderedMessage {
  switch (channel) {
    case 'sms':
      return { subject: null, text: shortText(content, bundle, SMS_MAX, links), html: null };
    case 'whatsapp':
      return { subject: null, text: shortText(content, bundle, WHATSAPP_MAX, links), html: null };
    case 'voice':
      return spoken(content, bundle, links?.keys === true);
    case 'push':
      return pushOf(content, bundle, links);
    case 'slack':
      return slackOf(content, bundle, links);
    case 'email': {
      const words = wordsOf(content);
      const [name, url] = links ? [words.bundle.acknowledgeAll, links.acknowledge] : [words.bundle.openAll, bundle.url];
      const headline = headlineOf(bundle, words);
      const end = `${name}${words.mail.colon}${url}`;
      const text = [headline, titlesOf(bundle, words).join('\n'), end].join('\n\n');
      return { subject: cut(`[${rank(content)}] ${headline}`, 200), text: `${text}\n`, html: null };
    }
    default:
      return channel satisfies never;
  }
}
