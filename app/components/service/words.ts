import type { Urgency } from '../../../domain/incident/incident';
import type { LocationHint } from '../../../domain/service/location';
import { MINUTE, SECOND } from '../../../domain/shared/time';
import type { ThreadKind } from '../../../domain/slack/thread-kinds';

export const servicePath = (id: string): string => `/services/${encodeURIComponent(id)}`;
export const MAY_NOT_WRITE = 'Your role may look at services, not change them. Ask an administrator.';

/** What a saved form says has changed. */
export const CHANGED_WORDS = {
  name: 'name',
  description: 'description',
  teamId: 'team',
  escalationPolicyId: 'escalation policy',
  runbookUrl: 'runbook',
  slackChannel: 'Slack channel',
  defaultUrgency: 'default urgency',
  timeouts: 'acknowledgement timeouts',
  targets: 'targets',
  slaClock: 'SLA clock',
  intake: 'what pages',
  locationHint: 'region',
  reopenWindowMinutes: 'reopen window',
  threadKinds: 'news in Slack',
};
export const CHANGEABLE = Object.keys(CHANGED_WORDS) as (keyof typeof CHANGED_WORDS)[];

export const URGENCY_HINTS: Record<Urgency, string> = {
  HIGH: 'High: every channel people have, at any hour',
  MEDIUM: 'Medium: e-mail, push and Slack',
  LOW: 'Low: e-mail and Slack, never a call',
};

/** News of an incident, as the thread in Slack can be told of them. */
export const THREAD_WORDS: Record<ThreadKind, string> = {
  acknowledged: 'Acknowledged',
  'acknowledgement-lapsed': 'Acknowledgement lapsed',
  escalated: 'Escalated',
  snoozed: 'Snoozed',
  'snooze-ended': 'Snooze ended',
  reassigned: 'Reassigned',
  'urgency-raised': 'Urgency raised',
  'visibility-changed': 'Visibility changed',
  'sla-warning': 'Target nearly missed',
  'sla-breached': 'Target missed',
  resolved: 'Resolved',
  reopened: 'Reopened',
  suppressed: 'Suppressed',
  unsuppressed: 'No longer suppressed',
  merged: 'Merged into another',
  unmerged: 'Taken out of another',
  'note-added': 'Note added',
};

/** "Everything", "Nothing", or the kinds by name. */
export function threadWord(kinds: readonly ThreadKind[] | null): string {
  if (kinds === null) return 'Told of everything';
  return kinds.length === 0 ? 'Told of nothing' : `Told of: ${kinds.map((kind) => THREAD_WORDS[kind]).join(', ')}`;
}

/** Regions as Cloudflare cuts them. */
export const LOCATION_WORDS: Record<LocationHint, string> = {
  wnam: 'Western North America',
  enam: 'Eastern North America',
  sam: 'South America',
  weur: 'Western Europe',
  eeur: 'Eastern Europe',
  apac: 'Asia-Pacific',
  oc: 'Oceania',
  afr: 'Africa',
  me: 'Middle East',
};

/** Seconds as the minutes that people type: `30`, `0.5`; nothing where there is no timeout. */
export const minutesText = (seconds: number | null): string =>
  seconds === null ? '' : String(Math.round((seconds * SECOND * 100) / MINUTE) / 100);
