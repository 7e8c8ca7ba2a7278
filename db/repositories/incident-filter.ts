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

/** Open ones are few: they are looked through by themselves, and no index of everything there was is taken instead. */
const isOpenOnly = (status: readonly IncidentStatus[] = []): boolean =>
  status.length > 0 && !status.includes('RESOLVED');

const passing = (column: SQLiteColumn, isOpen: boolean): SQL => (isOpen ? sql`+${column}` : sql`${column}`);

function statusFilter(status: readonly IncidentStatus[] = []): (SQL | undefined)[] {
  return [isOpenOnly(status) ? isUnresolved : undefined, among(incidents.status, status)];
}

/** As a literal where few are meant, which have an index of their own. */
function visibilityFilter(visibility: IncidentFilter['visibility']): SQL | undefined {
  if (visibility === undefined) return undefined;
  return visibility === 'PRIVATE' ? sql`${incidents.visibility} = 'PRIVATE'` : eq(incidents.visibility, visibility);
}

function priorityFilter(priority: IncidentFilter['priority'] = []): SQL | undefined {
  const named = priority.filter((one) => one !== 'none');
  const without = priority.includes('none') ? isNull(incidents.priority) : undefined;
  return or(without, named.length > 0 ? oneOf(incidents.priority, named) : undefined);
}

function teamFilter(teamId: readonly string[] = [], isOpen: boolean): SQL | undefined {
  const [only] = teamId;
  if (only === undefined) return undefined;
  return teamId.length === 1
    ? sql`${passing(incidents.teamId, isOpen)} = ${only}`
    : oneOf(sql`+${incidents.teamId}`, teamId);
}

function assigneeFilter(assignee: readonly string[] = [], me: string | null, isOpen: boolean): SQL | undefined {
  if (assignee.length === 0) return undefined;
  const ids = assignee.filter((one) => one !== 'nobody').map((one) => (one === 'me' ? (me ?? '') : one));
  const [only] = ids;
  if (only !== undefined && assignee.length === 1) return sql`${passing(incidents.assigneeId, isOpen)} = ${only}`;
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
    visibilityFilter(visibility),
    among(incidents.serviceId, serviceId),
    teamFilter(teamId, isOpenOnly(status)),
    assigneeFilter(assignee, seer.id, isOpenOnly(status)),
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
