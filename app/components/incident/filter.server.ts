import { type IncidentFilter, queryValues, readIncidentFilter } from '../../../domain/incident/filter';
import { UNRESOLVED } from '../../../domain/incident/incident';

/** The list's address as its form shows it: what stands in each field, and what is asked for. */
export type ListFilter = {
  values: Record<string, string>;
  filter: IncidentFilter;
  /** Anything is set that the plain list has not. */
  active: boolean;
};

/** Names of the address that say which part or what news of the list is shown, and narrow nothing. */
export const OWN_NAMES = ['cursor', 'done', '_routes', 'acknowledged', 'of', 'view'];

/** Without a state in it the list is of what is not resolved. Whatever makes no sense is left out. */
export function readFilter(params: URLSearchParams, zone: string): ListFilter {
  const values = queryValues(params);
  for (const name of OWN_NAMES) delete values[name];
  for (;;) {
    const read = readIncidentFilter(new URLSearchParams(values), zone);
    if (read.ok) {
      const { sort: _sort, ...narrowed } = values;
      const filter = values.status ? read.value : { status: UNRESOLVED, ...read.value };
      return { values, filter, active: Object.keys(narrowed).length > 0 };
    }
    for (const { path } of read.error.fields ?? []) delete values[path.split('/')[0] ?? ''];
  }
}
