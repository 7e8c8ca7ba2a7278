import { err, ok, type Result } from '../shared/result';
import type { Adapter, AlertEvent, InboundRequest, ParseFailure } from './adapter';
import { type Body, readBody } from './body';
import { unmapped } from './event';
import { type Fields, isFields } from './fields';

/** Null means: right syntax, not a payload known to this adapter. */
export type Reading = AlertEvent[] | null | { failure: string };

/**
 * An adapter from the part that only this vendor needs: `read` gets the decoded object.
 * Bodies that cannot be decoded fail unless `readText` understands them (some vendors post plain text or nothing); whatever is well-formed but unknown is kept as unmapped.
 */
export const defineAdapter = (
  type: string,
  name: string,
  read: (fields: Fields, request: InboundRequest, body: Body) => Reading,
  readText: (text: string, request: InboundRequest) => Reading = () => null,
): Adapter => ({
  type,
  name,
  parse: (request): Result<AlertEvent[], ParseFailure> => {
    const body = readBody(request);
    if (!body.ok) {
      const events = readText(request.body, request);
      return events === null ? body : settle(events, request);
    }
    return settle(isFields(body.value.value) ? read(body.value.value, request, body.value) : null, request);
  },
});

/** What a reading means for the caller. */
export function settle(reading: Reading, request: InboundRequest): Result<AlertEvent[], ParseFailure> {
  if (reading === null) return ok([unmapped(request)]);
  return Array.isArray(reading) ? ok(reading) : err({ reason: reading.failure });
}
