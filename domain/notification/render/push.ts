import type { Urgency } from '../../incident/incident';
import type { ActionLinks, NotificationContent, PushNotice, RenderedMessage } from '../content';
import { newsOf, openFor, rank, serviceOf, titleOf, whyOf, wordsOf } from './facts';
import { cut } from './plain';

const TITLE_MAX = 100;
const TEXT_MAX = 200;
const ALERT_MAX = 120;
const TOPIC_MAX = 32;

/** Seconds a push service keeps it for a device that is away: a page of two hours ago is noise, 0 would lose it in a lift. */
const TTL: Record<Urgency, number> = { HIGH: 900, MEDIUM: 3600, LOW: 4 * 3600 };
/** `high` also wakes a phone that saves its battery (RFC 8030, 5.3). */
const HURRY: Record<Urgency, PushNotice['urgency']> = { HIGH: 'high', MEDIUM: 'normal', LOW: 'low' };

function noticeOf(content: NotificationContent, links: ActionLinks | null): PushNotice {
  const { incident, intent, url } = content;
  const isPage = intent === 'page';
  // A page that still waits for an answer must not be replaced by the word that it is late.
  const isNews = intent === 'sla-warning' || intent === 'sla-breached';
  return {
    url,
    // The news that it is over takes the place of the page.
    tag: isNews ? `${incident.id}-target` : incident.id,
    topic: `${isNews ? 't-' : ''}${incident.id.replace(/[^\w-]/g, '')}`.slice(0, TOPIC_MAX),
    urgency: isPage ? HURRY[incident.urgency] : 'normal',
    ttlSeconds: isPage ? TTL[incident.urgency] : TTL.LOW,
    isPage,
    links,
    language: wordsOf(content).language,
  };
}

/** A push message: what and where as its title, then the alert, how long, and why this person, in 200 characters. */
export function renderPush(content: NotificationContent, links: ActionLinks | null): RenderedMessage {
  const words = wordsOf(content);
  const open = openFor(content);
  const news = newsOf(content);
  const heading = `${rank(content)} · ${serviceOf(content)}`;
  const parts = [
    titleOf(content, ALERT_MAX),
    content.intent === 'page' && open ? words.lasting(open) : '',
    whyOf(content, TEXT_MAX),
  ];
  return {
    subject: cut(news === null ? heading : `${news} · ${heading}`, TITLE_MAX),
    text: cut(parts.filter((part) => part !== '').join(' · '), TEXT_MAX),
    html: null,
    push: noticeOf(content, links),
  };
}
