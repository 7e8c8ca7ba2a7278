/**
 * The headers that let CloudEvents be sent from this origin, as often as its sender likes; null when none was asked for.
 * https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/http-webhook.md (abuse protection)
 */
export const allowedOrigin = (origin: string | undefined): Record<string, string> | null =>
  origin && /^[\w.:-]{1,253}$/.test(origin) ? { 'webhook-allowed-origin': origin, 'webhook-allowed-rate': '*' } : null;
