import type { IncidentStatus, Priority, Urgency } from '../incident/incident';
import type { Instant } from '../shared/time';
import type { BundledIncident } from './bundle';
import type { Language } from './words/words';

/** Why a message goes out: to wake someone, to tell those concerned that a target is nearly or truly missed, or that it is over. */
export const INTENTS = ['page', 'sla-warning', 'sla-breached', 'resolved'] as const;
export type Intent = (typeof INTENTS)[number];

/**
 * What a message says, frozen when the notification is made: a repeated send must have the same body as the first
 * (Resend refuses another body under the same idempotency key).
 */
export type NotificationContent = {
  intent: Intent;
  organisation: string;
  incident: {
    id: string;
    /** Null while D1 has not given one. */
    number: number | null;
    title: string;
    description: string | null;
    status: IncidentStatus;
    urgency: Urgency;
    priority: Priority | null;
    serviceName: string;
    openedAt: Instant;
    alertCount: number;
    source: string | null;
    sourceLink: string | null;
    labels: Record<string, string>;
    runbookUrl: string | null;
  };
  recipient: { id: string; name: string; timezone: string; locale: string };
  /** Step and cycle count from 1; step 0 is a page outside the policy (last resort, reassigned). */
  step: number;
  cycle: number;
  /** One sentence: why this person. "You are step 2 of Checkout." */
  why: string;
  /** Absolute address of the incident's page. */
  url: string;
  /** In a storm: everything this one message tells of, its own incident among them, and where they are listed. */
  bundle?: { incidents: BundledIncident[]; url: string };
  createdAt: Instant;
};

/**
 * What the receiver of a page can do with one tap and without signing in: absolute addresses, each with a token of its
 * own (`domain/respond`). The same notification always has the same ones.
 */
export type ActionLinks = {
  acknowledge: string;
  escalate: string;
  /** What to write after a 4 or a 6, where a reply by text message arrives here. */
  replyCode?: string;
  /** On a call whose keys we hear. */
  keys?: true;
};

/** How a push message travels and what the device does with it (UX §3.7). */
export type PushNotice = {
  /** Opened by a tap. */
  url: string;
  /** Messages with the same tag replace each other on the device. */
  tag: string;
  /** Of those with the same topic, a push service keeps only the newest for a device that is away; at most 32 characters. */
  topic: string;
  urgency: 'high' | 'normal' | 'low';
  ttlSeconds: number;
  /** False: it only tells, and need not stay on the screen. */
  isPage: boolean;
  /** How many incidents one press acknowledges; left out: one. */
  all?: number;
  links: ActionLinks | null;
  /** Of its words, and of what the device says about it. */
  language: Language;
};

/** A block of Slack's Block Kit, as far as we use them; every text is escaped and within its limit. */
export type SlackBlock =
  | { type: 'section'; text: SlackText }
  | { type: 'context'; elements: SlackText[] }
  | { type: 'actions'; elements: SlackButton[] };
export type SlackText = { type: 'mrkdwn'; text: string; verbatim: true };
/** Leads to a page by `url`, or sends us `value`. */
export type SlackButton = {
  type: 'button';
  action_id: string;
  text: { type: 'plain_text'; text: string; emoji: false };
  style?: 'primary';
} & ({ url: string } | { value: string });

/**
 * A message in the words of its channel. `html` only for e-mail; `subject` for e-mail and push; `blocks` only for
 * Slack, where `text` is then what notifications and screen readers say; `push` only for push.
 */
export type RenderedMessage = {
  subject: string | null;
  text: string;
  html: string | null;
  blocks?: SlackBlock[];
  push?: PushNotice;
  /** A call whose words ask for a key: the answer is waited for. */
  keys?: true;
  /** Of a call: the language its words are read in, as Twilio names it; English where it is left out. */
  spokenAs?: string;
};
