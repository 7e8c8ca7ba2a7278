import { at, listOf, textAt } from './fields';
import { readJson } from './json';

/**
 * What Azure Event Grid wants to read back before it delivers anything: `{"validationResponse": code}` with status 200,
 * for its `SubscriptionValidationEvent`. Null for every other body, which is answered as all alerts are.
 * https://learn.microsoft.com/azure/event-grid/webhook-event-delivery
 */
export function validationAnswer(type: string, body: string): { validationResponse: string } | null {
  if (type !== 'azure' || !body.includes('SubscriptionValidationEvent')) return null;
  const read = readJson(body);
  const [event] = read.ok ? listOf(read.value) : [];
  if (textAt(event, 'eventType') !== 'Microsoft.EventGrid.SubscriptionValidationEvent') return null;
  const code = textAt(at(event, 'data'), 'validationCode');
  return code === null ? null : { validationResponse: code };
}

/**
 * The headers that let CloudEvents be sent from this origin, as often as its sender likes; null when none was asked for.
 * https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/http-webhook.md (abuse protection)
 */
export const allowedOrigin = (origin: string | undefined): Record<string, string> | null =>
  origin && /^[\w.:-]{1,253}$/.test(origin) ? { 'webhook-allowed-origin': origin, 'webhook-allowed-rate': '*' } : null;
