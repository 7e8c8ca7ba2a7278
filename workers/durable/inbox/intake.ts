import type { AlertEvent, InboundRequest } from '../../../domain/ingest/adapter';
import { readBody } from '../../../domain/ingest/body';
import { changeRequest } from '../../../domain/ingest/change';
import { mappedWebhook } from '../../../domain/ingest/mapping';
import { ADAPTERS, type IntegrationType } from '../../../domain/ingest/registry';
import { type Route, routeAlert } from '../../../domain/ingest/routing/route';
import type { InboxIntegration } from '../../../domain/integration/settings';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Instant } from '../../../domain/shared/time';
import type { InboundCall } from '../ports';

/** A call as an adapter reads it. */
export function requestOf(call: InboundCall, body: string, receivedAt: Instant): InboundRequest {
  const { method, headers, query, rest } = call;
  return { method, contentType: headers['content-type'] ?? '', headers, query, rest, body, receivedAt };
}

/** What a request says, read by the type's adapter or by the integration's own mapping. Failure: invalid. */
export function readAlerts(
  type: string,
  fieldMapping: InboxIntegration['fieldMapping'],
  request: InboundRequest,
): Result<AlertEvent[]> {
  const isMapped = type === 'webhook' && fieldMapping;
  const adapter = isMapped ? mappedWebhook(fieldMapping) : ADAPTERS[type as IntegrationType];
  const parsed = changeRequest(type, request) ?? adapter.parse(request);
  return parsed.ok ? parsed : err(failure('invalid', parsed.error.reason));
}

/** Where each alert goes by the integration's rules; the body is read for them only where one asks for it. */
export function routeAll(
  events: readonly AlertEvent[],
  { routingRules = [] }: Pick<InboxIntegration, 'routingRules'>,
  request: InboundRequest,
): Route[] {
  let payload: unknown;
  let isRead = false;
  const read = (): unknown => {
    if (!isRead) {
      const body = readBody(request);
      payload = body.ok ? body.value.value : null;
      isRead = true;
    }
    return payload;
  };
  // A rule about the payload sees, of a batch, the part that the alert came from.
  const payloadOf = (index: number) => (): unknown => {
    const whole = read();
    return Array.isArray(whole) && whole.length === events.length ? whole[index] : whole;
  };
  return events.map((event, index) => routeAlert(routingRules, event, request.receivedAt, payloadOf(index)));
}

/** Reads and routes in one go. */
export function takeIn(
  integration: InboxIntegration,
  request: InboundRequest,
  type: string = integration.type,
): Result<Route[]> {
  const read = readAlerts(type, integration.fieldMapping, request);
  return read.ok ? ok(routeAll(read.value, integration, request)) : read;
}
