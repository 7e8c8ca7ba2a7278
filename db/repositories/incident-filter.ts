import { eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Seer } from '../../domain/access/seer';
import type { IncidentFilter } from '../../domain/incident/filter';
import type { IncidentStatus } from '../../domain/incident/incident';
import { incidents } from '../schema';
import { visibleTo } from './incident-access';

const oneOf = (column: SQL | SQLiteColumn, values: readonly string[]): SQL =>
  sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;

/** One value can use the column's index in the list's order; several would each need sorting. */
function among(column: SQLiteColumn, values: readonly string[] = []): SQL | undefined {
  const [only, ...more] = values;
  if (only === undefined) return undefined;
  return more.length === 0 ? eq(column, only) : oneOf(sql`+${column}`, values);
}

/** D1 takes LIKE patterns of at most 50 bytes, so a text is looked for by position. */
function textFilter(q: string): SQL {
  const number = /^#?(\d{1,9})$/.exec(q)?.[1];
  const text = sql`lower(${incidents.title} || char(10) || coalesce(${incidents.description}, ''))`;
  const inText = sql`instr(${text}, ${q.toLowerCase()}) > 0`;
  return number ? sql`(${incidents.number} = ${Number(number)} OR ${inText})` : inText;
}

// As a literal: SQLite takes the index of unresolved incidents only where it can see that this is asked.
export const isUnresolved = sql`${incidents.status} <> 'RESOLVED'`;

function statusFilter(status: readonly IncidentStatus[] = []): (SQL | undefined)[] {
  return [
    status.length > 0 && !status.includes('RESOLVED') ? isUnresolved : undefined,
    among(incidents.status, status),
  ];
}

function priorityFilter(priority: IncidentFilter['priority'] = []): SQL | undefined {
  const named = priority.filter((one) => one !== 'none');
  const without = priority.includes('none') ? isNull(incidents.priority) : undefined;
  return or(without, named.length > 0 ? oneOf(incidents.priority, named) : undefined);
}

function assigneeFilter(assignee: readonly string[] = [], me: string | null): SQL | undefined {
  if (assignee.length === 0) return undefined;
  const ids = assignee.filter((one) => one !== 'nobody').map((one) => (one === 'me' ? (me ?? '') : one));
  const nobody = assignee.includes('nobody') ? isNull(incidents.assigneeId) : undefined;
  return or(nobody, ids.length > 0 ? oneOf(incidents.assigneeId, ids) : undefined);
}

const tagFilter = (tag: string): SQL =>
  sql`EXISTS (SELECT 1 FROM incident_tags t WHERE t.incident_id = ${incidents.id} AND t.tag = ${tag})`;

/** What was typed freely is found by a part of it, everything else as a whole. */
const fieldFilter = ([key, value]: [string, string]): SQL => sql`EXISTS (
  SELECT 1 FROM custom_fields f JOIN custom_field_values v ON v.field_id = f.id AND v.incident_id = ${incidents.id}
  WHERE f.key = ${key} AND CASE WHEN f.kind IN ('TEXT', 'URL', 'EMAIL')
    THEN instr(lower(v.value), ${value.toLowerCase()}) > 0 ELSE v.value = ${value} END)`;

/** Every condition of a filter, and that the seer may see what is found. */
export function conditionsOf(filter: IncidentFilter, seer: Seer): (SQL | undefined)[] {
  const { status, urgency, priority, visibility, serviceId, teamId, assignee, watching, from, to, number, q } = filter;
  return [
    ...statusFilter(status),
    urgency?.length ? oneOf(incidents.urgency, urgency) : undefined,
    priorityFilter(priority),
    visibility ? eq(incidents.visibility, visibility) : undefined,
    among(incidents.serviceId, serviceId),
    teamId?.length ? oneOf(incidents.teamId, teamId) : undefined,
    assigneeFilter(assignee, seer.id),
    watching
      ? sql`${incidents.id} IN (SELECT incident_id FROM incident_watchers WHERE user_id = ${seer.id ?? ''})`
      : undefined,
    ...(filter.tag ?? []).map(tagFilter),
    ...Object.entries(filter.fields ?? {}).map(fieldFilter),
    from === undefined ? undefined : sql`${incidents.openedAt} >= ${from}`,
    to === undefined ? undefined : sql`${incidents.openedAt} < ${to}`,
    number === undefined ? undefined : eq(incidents.number, number),
    q ? textFilter(q) : undefined,
    visibleTo(seer),
  ];
}
