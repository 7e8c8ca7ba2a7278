import { err, ok, type Result } from '../shared/result';
import type { Adapter, AlertEvent, InboundRequest, ParseFailure } from './adapter';
import { type Body, readBody } from './body';
import { unmapped } from './event';
import { type Fields, isFields } from './fields';

/** Null means: right syntax, not a payload known to this adapter. */
export type Reading = AlertEvent[] | null | { failure: string };

/**
 * An adapter from the part that only this vendor needs: `read` gets the decoded object.
 * A list of objects is read one by one. Bodies that cannot be decoded fail unless `readText` understands them (some vendors post plain text or nothing); whatever is well-formed but unknown is kept as unmapped.
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
    const { value } = body.value;
    if (Array.isArray(value))
      return settle(
        readList(value, request, (one, its) => read(one, its, body.value)),
        request,
      );
    return settle(isFields(value) ? read(value, request, body.value) : null, request);
  },
});

/** A list is a batch of what the vendor else sends alone; each keeps a body of its own, so that keys made of it differ. */
function readList(
  items: unknown[],
  request: InboundRequest,
  read: (fields: Fields, request: InboundRequest) => Reading,
): Reading {
  const events: AlertEvent[] = [];
  for (const [index, item] of items.entries()) {
    if (!isFields(item)) {
      events.push(unmapped(request));
      continue;
    }
    const its = { ...request, body: bodyOf(item, index) };
    const reading = read(item, its);
    if (reading !== null && !Array.isArray(reading)) return reading;
    events.push(...(reading ?? [unmapped(its)]));
  }
  return events.length > 0 ? events : null;
}

function bodyOf(item: Fields, index: number): string {
  try {
    return JSON.stringify(item);
  } catch {
    // Nesting deeper than the stack: JSON.parse takes it, JSON.stringify does not.
    return String(index);
  }
}

/** What a reading means for the caller. */
export function settle(reading: Reading, request: InboundRequest): Result<AlertEvent[], ParseFailure> {
  if (reading === null) return ok([unmapped(request)]);
  return Array.isArray(reading) ? ok(reading) : err({ reason: reading.failure });
}
