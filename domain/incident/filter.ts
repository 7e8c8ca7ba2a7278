import * as z from 'zod';
import { failure } from '../shared/errors';
import { idField } from '../shared/input';
import { err, ok, type Result } from '../shared/result';
import { sortField } from '../shared/search';
import { DAY, type Instant, parseInstant } from '../shared/time';
import { parseWallClock, zoneClock } from '../shared/zone';
import {
  INCIDENT_STATUSES,
  type IncidentStatus,
  PRIORITIES,
  type Priority,
  UNACKNOWLEDGED,
  UNRESOLVED,
  URGENCIES,
  type Urgency,
  VISIBILITIES,
  type Visibility,
} from './incident';
import { tagField } from './tag';

/** What a list of incidents can be in order of. */
export const INCIDENT_ORDERS = ['openedAt', 'lastEventAt', 'urgency', 'priority'] as const;
export type IncidentOrder = (typeof INCIDENT_ORDERS)[number];

/** Which incidents, and in which order; what is left out narrows nothing. Every entry must hold. */
export type IncidentFilter = {
  status?: IncidentStatus[];
  urgency?: Urgency[];
  priority?: (Priority | 'none')[];
  visibility?: Visibility;
  serviceId?: string[];
  /** The teams that own the services. */
  teamId?: string[];
  /** People and teams; `me` is who asks, `nobody` an incident without one. */
  assignee?: string[];
  /** Those that who asks watches. */
  watching?: boolean;
  /** All of these stand on it. */
  tag?: string[];
  /** Values by the key of their custom field. */
  fields?: Record<string, string>;
  /** Opened at or after. */
  from?: Instant;
  /** Opened before. */
  to?: Instant;
  number?: number;
  /** Part of the title or the description, or a number such as 1042 or #1042. */
  q?: string;
  /** Newest first where it is left out; `-` is from the end. */
  sort?: IncidentOrder | `-${IncidentOrder}`;
};

const listOf = <T extends z.ZodType>(entry: T) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? [...new Set(value.split(',').filter(Boolean))] : value),
    z.array(entry).max(50),
  );

const STATUS_GROUPS = { unresolved: UNRESOLVED, unacknowledged: UNACKNOWLEDGED, any: [...INCIDENT_STATUSES] } as const;
const STATUS_WORDS = [...INCIDENT_STATUSES, 'unresolved', 'unacknowledged', 'any'] as const;

/** A day on the reader's calendar, or an instant. */
const momentField = z
  .string()
  .refine((text) => parseWallClock(`${text}T00:00`) !== null || parseInstant(text) !== null, {
    message: 'Must be a day such as 2026-11-23 or an instant such as 2026-11-23T09:00:00Z',
  });

/**
 * The filter as addresses have it, of the screen and of the API: several values separated by commas, and a custom field
 * as `field.region=eu`. `status` also takes `unresolved`, `unacknowledged` and `any`.
 */
export const incidentQuery = z
  .object({
    status: listOf(z.enum(STATUS_WORDS)).optional(),
    urgency: listOf(z.enum(URGENCIES)).optional(),
    priority: listOf(z.enum([...PRIORITIES, 'none'])).optional(),
    visibility: z.enum(VISIBILITIES).optional(),
    serviceId: listOf(idField).optional(),
    teamId: listOf(idField).optional(),
    assignee: listOf(idField).optional(),
    watching: z.enum(['me']).optional(),
    tag: listOf(tagField).optional(),
    from: momentField.optional(),
    to: momentField.optional(),
    number: z
      .string()
      .regex(/^#?\d{1,9}$/, 'Must be a number such as 1042')
      .optional(),
    q: z.string().trim().max(200).optional(),
    sort: sortField(INCIDENT_ORDERS),
  })
  .catchall(z.unknown());
export type IncidentQuery = z.output<typeof incidentQuery>;

/** When the named day begins in a zone (`plus` days later), or the instant itself. */
function momentOf(text: string, zone: string, plus: number): Instant {
  const wall = parseWallClock(`${text}T00:00`);
  return wall === null ? (parseInstant(text) ?? 0) : zoneClock(zone).fromWall(wall + plus * DAY);
}

const FIELD_PREFIX = 'field.';

function fieldsOf(query: Record<string, unknown>): Record<string, string> {
  const entries = Object.entries(query).flatMap(([name, value]) =>
    name.startsWith(FIELD_PREFIX) && typeof value === 'string' && value.trim() !== ''
      ? [[name.slice(FIELD_PREFIX.length), value.trim().slice(0, 500)] as const]
      : [],
  );
  return Object.fromEntries(entries.slice(0, 10));
}

/** A parsed address as the repository takes it. Days are those of `zone`; `to` names the last day that still counts. */
export function filterOf(query: IncidentQuery, zone: string): IncidentFilter {
  const { urgency, priority, visibility, serviceId, teamId, assignee, tag, q, sort } = query;
  const filter: IncidentFilter = { urgency, priority, visibility, serviceId, teamId, assignee, tag, q, sort };
  const status = query.status?.flatMap((word): readonly IncidentStatus[] =>
    word in STATUS_GROUPS ? STATUS_GROUPS[word as keyof typeof STATUS_GROUPS] : [word as IncidentStatus],
  );
  if (status && new Set(status).size < INCIDENT_STATUSES.length) filter.status = [...new Set(status)];
  if (query.watching) filter.watching = true;
  if (query.from) filter.from = momentOf(query.from, zone, 0);
  if (query.to) filter.to = momentOf(query.to, zone, 1);
  if (query.number) filter.number = Number(query.number.replace('#', ''));
  const fields = fieldsOf(query);
  if (Object.keys(fields).length > 0) filter.fields = fields;
  const given = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(given.filter(([, value]) => !Array.isArray(value) || value.length > 0));
}

/** An address as plain values: a name that stands there several times is a list, what is empty is left out. */
export function queryValues(params: URLSearchParams): Record<string, string> {
  const values: Record<string, string> = {};
  for (const name of new Set(params.keys())) {
    const value = params
      .getAll(name)
      .map((one) => one.trim())
      .filter(Boolean)
      .join(',');
    if (value) values[ALIASES[name] ?? name] = value;
  }
  return values;
}

/** How links of earlier releases say it. */
const ALIASES: Record<string, string | undefined> = { service: 'serviceId', team: 'teamId' };

/** The filter that an address asks for, days being those of `zone`; invalid, with its fields, for one that makes no sense. */
export function readIncidentFilter(params: URLSearchParams, zone: string): Result<IncidentFilter> {
  const parsed = incidentQuery.safeParse(queryValues(params));
  if (parsed.success) return ok(filterOf(parsed.data, zone));
  const fields = parsed.error.issues.map(({ path, message }) => ({ path: path.map(String).join('/'), message }));
  return err(failure('invalid', 'The filter makes no sense as it stands.', { fields }));
}
