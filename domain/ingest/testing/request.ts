import type { AlertEvent, InboundRequest } from '../adapter';
import type { IntegrationType } from '../registry';
import { ADAPTERS } from '../registry';

/** A JSON POST; a string body is sent as it is. */
export const requestOf = (body: unknown, extra: Partial<InboundRequest> = {}): InboundRequest => ({
  method: 'POST',
  contentType: 'application/json',
  headers: {},
  query: {},
  rest: [],
  body: typeof body === 'string' ? body : JSON.stringify(body),
  receivedAt: 1_780_000_000_000,
  ...extra,
});

export const parse = (type: IntegrationType, body: unknown, extra: Partial<InboundRequest> = {}) =>
  ADAPTERS[type].parse(requestOf(body, extra));

/** The events of a request that must be readable. */
export function eventsFrom(type: IntegrationType, body: unknown, extra: Partial<InboundRequest> = {}): AlertEvent[] {
  const result = parse(type, body, extra);
  if (!result.ok) throw new Error(result.error.reason);
  return result.value;
}

/** The only event of a request. */
export function eventFrom(type: IntegrationType, body: unknown, extra: Partial<InboundRequest> = {}): AlertEvent {
  const [event, ...more] = eventsFrom(type, body, extra);
  if (!event || more.length > 0) throw new Error(`expected one event, got ${event ? more.length + 1 : 0}`);
  return event;
}
