import type { Urgency } from '../incident/incident';
import { sha256Hex } from '../shared/hash';
import type { AlertAction, AlertEvent, InboundRequest } from './adapter';
import { defineAdapter, type Reading } from './define';
import { alertEvent } from './event';
import { at, exactly, type Fields, fieldsOf, isFields, listOf, textAt } from './fields';
import { labelsFrom, pick } from './labels';
import { anyInstant } from './times';

/** `event_action`, https://developer.pagerduty.com/docs/events-api-v2-overview */
const ACTIONS: Readonly<Record<string, AlertAction>> = {
  trigger: 'trigger',
  acknowledge: 'acknowledge',
  resolve: 'resolve',
};

/** `payload.severity`, https://developer.pagerduty.com/docs/send-alert-event */
export const EVENT_SEVERITIES: Readonly<Record<string, Urgency>> = {
  critical: 'HIGH',
  error: 'HIGH',
  warning: 'MEDIUM',
  info: 'LOW',
};

/**
 * Our own event body: PagerDuty Events v2 without its routing key. `dedup_key` may be left out on a trigger, which then
 * gets a fresh one; an unknown severity is kept and shown but refuses nothing.
 */
export const events = defineAdapter('events', 'Events API', (body, request) => readEvent(body, request));

/** Shared with the PagerDuty adapter, which checks more strictly before. */
export function readEvent(body: Fields, request: InboundRequest): Reading {
  const word = textAt(body, 'event_action');
  const action = word === null ? null : exactly(ACTIONS, word);
  if (action === null) return { failure: 'event_action must be trigger, acknowledge or resolve.' };
  const dedupKey = textAt(body, 'dedup_key');
  const payload = fieldsOf(at(body, 'payload'));
  if (action !== 'trigger' && dedupKey === null) return { failure: `dedup_key is required to ${action}.` };
  if (action === 'trigger' && textAt(payload, 'summary') === null) {
    return { failure: 'payload.summary is required on a trigger.' };
  }
  return [eventOf(action, dedupKey ?? freshKey(request), body, payload)];
}

function eventOf(action: AlertAction, dedupKey: string, body: Fields, payload: Fields): AlertEvent {
  const severity = textAt(payload, 'severity');
  const details = at(payload, 'custom_details');
  const occurredAt = anyInstant(at(payload, 'timestamp'));
  const links = linksOf(body, payload);
  return alertEvent({
    action,
    dedupKey,
    title: textAt(payload, 'summary'),
    description: isFields(details) ? textAt(details, 'description') : textAt(payload, 'custom_details'),
    severity,
    urgency: exactly(EVENT_SEVERITIES, severity),
    sourceLink: textAt(body, 'client_url') ?? links[0]?.href ?? null,
    links,
    labels: labelsFrom(pick(payload, ['component', 'group', 'class']), pick(body, ['client']), details),
    source: textAt(payload, 'source'),
    occurredAt,
    startedAt: action === 'trigger' ? occurredAt : null,
  });
}

function linksOf(body: Fields, payload: Fields): { href: string | null; text: string | null }[] {
  const links = [...listOf(at(body, 'links')), ...listOf(at(payload, 'links'))].map((link) =>
    isFields(link)
      ? { href: textAt(link, 'href'), text: textAt(link, 'text') }
      : { href: typeof link === 'string' ? link : null, text: null },
  );
  const images = listOf(at(body, 'images')).map((image) => ({
    href: textAt(image, 'href') ?? textAt(image, 'src'),
    text: textAt(image, 'alt'),
  }));
  return [...links, ...images];
}

/** A trigger without a key is an alert of its own; the same request read again (replay) names the same alert. */
export const freshKey = (request: InboundRequest): string =>
  sha256Hex(`${request.receivedAt}\n${request.body}`).slice(0, 32);
