import * as z from 'zod';
import { nameField } from '../shared/input';
import { queryValues, readIncidentFilter } from './filter';

/** Names of an address that say which part of a list is shown, and no filter. */
const PASSING = ['cursor', 'done', 'limit', '_routes', 'acknowledged', 'of'];

/** The address of a list as it is kept: what filters and sorts, each name once, in order of name. */
export function viewSearch(search: string): string {
  const values = queryValues(new URLSearchParams(search));
  const kept = Object.entries(values).filter(([name]) => !PASSING.includes(name));
  return new URLSearchParams(kept.toSorted(([a], [b]) => (a < b ? -1 : 1))).toString();
}

const searchField = z
  .string()
  .max(2000)
  .refine((search) => readIncidentFilter(new URLSearchParams(search), 'UTC').ok, 'This is no filter of incidents')
  .transform(viewSearch);

const fields = { name: nameField, search: searchField, isShared: z.boolean() };

/** `search`: a filter as it stands in the list's address, such as `status=unresolved&urgency=HIGH`. */
export const createViewInput = z.object({ ...fields, isShared: fields.isShared.default(false) });
export const updateViewInput = z.object(fields).partial();
export type CreateViewInput = z.output<typeof createViewInput>;
export type UpdateViewInput = z.output<typeof updateViewInput>;
