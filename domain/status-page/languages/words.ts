import type { ComponentState } from '../component';
import type { AnnouncementType, PageLanguage } from '../page';
import type { ReportStatus } from '../report';
import type { SubscriberChannel } from '../subscriber';
import type { Indicator } from '../summary';
import { GERMAN } from './de';
import { ENGLISH } from './en';
import { SPANISH } from './es';
import { FRENCH } from './fr';
import { JAPANESE } from './ja';

/** Everything that a status page, its feeds and its mails say in one language; times and names are put in ready. */
export type PageWords = {
  /** Its own name, for the choice of languages. */
  name: string;
  /** The locale of dates and numbers. */
  locale: string;
  title: (name: string) => string;
  sentence: Record<Indicator, string>;
  states: Record<ComponentState, string>;
  statuses: Record<ReportStatus, string>;
  announcements: Record<AnnouncementType, string>;
  updated: (time: string) => string;
  stale: (time: string) => string;
  nextUpdate: (time: string) => string;
  overdue: (time: string) => string;
  affects: (names: string) => string;
  yourTime: string;
  components: string;
  uptime: (share: string) => string;
  noData: string;
  days: (count: number) => string;
  troubled: (count: number) => string;
  headings: { day: string; state: string; duration: string };
  planned: string;
  from: (start: string, end: string) => string;
  past: string;
  nothing: string;
  history: string;
  allHistory: string;
  older: string;
  newer: string;
  back: string;
  started: (time: string) => string;
  subscribe: string;
  feeds: string;
  contact: string;
  language: string;
  notFound: string;
  noPage: string;
  units: { d: string; h: string; min: string };
  gate: { title: string; lead: string; password: string; enter: string; wrong: string; wait: string };
  mail: {
    lead: string;
    email: string;
    which: string;
    all: string;
    send: string;
    sent: string;
    confirmSubject: (name: string) => string;
    confirmBody: (name: string) => string;
    confirm: string;
    ignore: string;
    confirmed: string;
    dead: string;
    unsubscribe: string;
    unsubscribeAsk: string;
    unsubscribed: string;
    manage: string;
    save: string;
    saved: string;
    noComponent: string;
    badEmail: string;
    tooOften: string;
    read: string;
    why: (name: string) => string;
    other: string;
  };
  /** Of subscribing in other ways than by mail. */
  ways: Record<SubscriberChannel, string> & {
    webhookLead: string;
    slackLead: string;
    address: string;
    asked: string;
    badWebhook: string;
    badSlack: string;
    secret: string;
  };
};

const WORDS: Record<PageLanguage, PageWords> = {
  en: ENGLISH,
  de: GERMAN,
  es: SPANISH,
  fr: FRENCH,
  ja: JAPANESE,
};

export const pageWords = (language: PageLanguage): PageWords => WORDS[language];
