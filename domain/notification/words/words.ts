import type { Urgency } from '../../incident/incident';
import type { ButtonVerb } from '../../slack/buttons';
import type { Why } from '../why';
import { GERMAN } from './de';
import { ENGLISH } from './en';
import { SPANISH } from './es';
import { FRENCH } from './fr';
import { JAPANESE } from './ja';

export const LANGUAGES = ['en', 'de', 'es', 'fr', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A part of the incident's name in a sentence: its number where it has one, and its service. */
export type IncidentName = { number: number | null; service: string };

/**
 * Everything a message about an incident says in one language, as whole sentences: what goes into them comes clean and
 * cut from the renderers. Texts for SMS keep to the letters of GSM-7 where the language can.
 */
export type Words = {
  language: Language;
  /** How a voice reads it aloud: a language of Twilio's `<Say>`. */
  spokenAs: string;
  urgency: Record<Urgency, string>;
  untitled: string;
  /** In the place of a service without a name. */
  service: string;
  /** Before a heading: "Resolved". */
  resolved: string;
  /** Before a heading, of a target that is nearly or truly missed. */
  sla: Record<'sla-warning' | 'sla-breached', string>;
  /** Short units of an amount of time, behind the number. */
  units: { d: string; h: string; min: string };
  acknowledge: string;
  openIncident: string;
  runbook: string;
  mail: {
    rows: Record<
      'service' | 'urgency' | 'priority' | 'since' | 'opened' | 'resolved' | 'alerts' | 'incident' | 'source',
      string
    >;
    /** A colon between a name and its value, as the language sets it. */
    colon: string;
    atSource: string;
    labels: string;
    sentFor: (organisation: string) => string;
  };
  /** "23 Nov 2026, 19:40 CET, for 10 min". */
  timeFor: (time: string, span: string) => string;
  since: (time: string) => string;
  /** In a row of facts: "for 10 min". */
  lasting: (span: string) => string;
  text: { reply: (code: string) => string; acknowledge: string };
  slack: { source: string; buttons: Record<ButtonVerb, string>; view: string };
  voice: {
    greeting: string;
    incident: (facts: { priority: string | null; urgency: Urgency; service: string; isResolved: boolean }) => string;
    /** Said in the place of an address. */
    aLink: string;
    openFor: (span: string) => string;
    keys: string;
    noKeys: string;
  };
  /** Many pages told in one message. */
  bundle: {
    more: (count: number) => string;
    on: (count: number, service: string) => string;
    moreOn: (count: number, service: string) => string;
    /** Where nothing came before: "3 incidents". */
    several: (count: number) => string;
    severalOn: (count: number, service: string) => string;
    andOthers: string;
    andMore: (count: number) => string;
    acknowledge: (count: number) => string;
    acknowledgeAll: string;
    openAll: string;
    reply: (code: string) => string;
    replyAcknowledge: string;
    spoken: (urgency: Urgency, headline: string) => string;
    latest: (title: string) => string;
    keys: string;
    noKeys: string;
  };
  why: (why: Why) => string;
  answer: {
    acknowledged: (incident: IncidentName) => string;
    acknowledgedBefore: (incident: IncidentName, holder: string | null) => string;
    escalated: (incident: IncidentName, step: number) => string;
    escalatedBefore: (incident: IncidentName) => string;
    allAcknowledged: (total: number) => string;
    someAcknowledged: (acknowledged: number, total: number) => string;
    notYours: string;
    noKey: string;
    notNow: string;
    /** A number as a voice should say it; `$1` is the number. */
    spokenNumber: string;
  };
};

const WORDS: Record<Language, Words> = { en: ENGLISH, de: GERMAN, es: SPANISH, fr: FRENCH, ja: JAPANESE };

/** The language we write to somebody in whose language tag is this, such as "de-CH"; English where we have no other. */
export const languageOf = (locale: string): Language =>
  LANGUAGES.find((language) => language === locale.slice(0, 2) && !/^[a-z]/.test(locale.slice(2))) ?? 'en';

/** The words of that language. */
export const wordsFor = (locale: string): Words => WORDS[languageOf(locale)];
