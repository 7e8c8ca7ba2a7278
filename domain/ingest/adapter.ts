import type { Urgency } from '../incident/incident';
import type { Result } from '../shared/result';
import type { Instant } from '../shared/time';
import type { ChangeEvent } from './change';

/** A vendor's request as it came, after key and signature were checked. Header names are lower case. */
export type InboundRequest = {
  method: string;
  contentType: string;
  headers: Record<string, string>;
  /** Without the integration key. */
  query: Record<string, string>;
  /**
   * Path parts after the integration key, percent-decoded: the vendor's own ("routing key" of Splunk On-Call).
   * Vendors' own paths hold no key: there it is what follows `/v2/alerts` (Opsgenie: `['alias', 'close']`), and
   * `['change']` for `/v2/change/enqueue` (PagerDuty).
   */
  rest: string[];
  /** The exact body, decoded as UTF-8. */
  body: string;
  receivedAt: Instant;
};

export const ALERT_ACTIONS = ['trigger', 'acknowledge', 'resolve', 'ignored', 'confirmed'] as const;
export type AlertAction = (typeof ALERT_ACTIONS)[number];

export type AlertLink = { href: string; text: string };

/** What one alert event says, in our words. What the vendor did not say is null or empty, never guessed. */
export type AlertEvent = {
  action: AlertAction;
  /** The vendor's stable identity of the alert, unlimited here; `dedupKey()` bounds it. */
  dedupKey: string;
  title: string;
  description: string | null;
  /** The vendor's own word, kept for the reader. */
  severity: string | null;
  /** Null: the vendor said nothing or nothing known; the service's default applies. */
  urgency: Urgency | null;
  /** Back to the alert at its source; http(s) only. */
  sourceLink: string | null;
  links: AlertLink[];
  labels: Record<string, string>;
  /** What the alert is about (host, job), where the vendor says so. */
  source: string | null;
  /** The vendor's time of this event (for a resolve: when it ended), where given. */
  occurredAt: Instant | null;
  /** The vendor's time at which the problem began, where given. */
  startedAt: Instant | null;
  /** Why it was ignored or confirmed ("unmapped", "test"), and warnings worth keeping ("12 alerts truncated"). */
  reason: string | null;
  /** It is no alert but a change of the service. */
  change?: ChangeEvent;
  /** What the vendor waits to read back, with status 200, instead of our own answer. */
  answer?: Record<string, string>;
};

/** Why a body could not be read at all (HTTP 400; the event is kept and shown). */
export type ParseFailure = { reason: string };

/** One monitoring tool. Pure: the same request always gives the same events. */
export type Adapter = {
  type: string;
  /** Shown in the catalogue. */
  name: string;
  parse: (request: InboundRequest) => Result<AlertEvent[], ParseFailure>;
};
