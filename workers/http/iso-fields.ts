import { toIso } from '../../domain/shared/time';

const INSTANT_NAME = /^(at|until)$|At$/;

/** A value as the API writes it: every number named like an instant (`createdAt`, `until`) as ISO 8601, at any depth. */
export function isoFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(isoFields);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      typeof member === 'number' && INSTANT_NAME.test(name) ? toIso(member) : isoFields(member),
    ]),
  );
}
