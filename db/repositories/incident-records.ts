import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Seer } from '../../domain/access/seer';
import type { IncidentRecords, RelatedIncident } from '../../domain/incident/view';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import {
  customFields,
  customFieldValues,
  incidentLinks,
  incidents,
  incidentTags,
  incidentWatchers,
  notes,
  users,
} from '../schema';
import type { Statement } from './batch';
import { visibleTo } from './incident-access';

const related = {
  id: incidents.id,
  number: incidents.number,
  title: incidents.title,
  status: incidents.status,
  serviceName: incidents.serviceName,
  openedAt: incidents.openedAt,
  resolvedAt: incidents.resolvedAt,
};

/** Everything that people added to an incident, in one round trip; of linked incidents those that the seer may find. */
export async function recordsOf(db: Db, incidentId: string, seer: Seer): Promise<IncidentRecords> {
  const [written, tags, fields, watchers, linked] = await db.batch([
    db.select().from(notes).where(eq(notes.incidentId, incidentId)).orderBy(asc(notes.createdAt)).limit(500),
    db
      .select({ tag: incidentTags.tag })
      .from(incidentTags)
      .where(eq(incidentTags.incidentId, incidentId))
      .orderBy(asc(incidentTags.tag)),
    db
      .select({
        key: customFields.key,
        name: customFields.name,
        kind: customFields.kind,
        options: customFields.options,
        isRequired: customFields.isRequired,
        value: customFieldValues.value,
      })
      .from(customFields)
      .leftJoin(
        customFieldValues,
        and(eq(customFieldValues.fieldId, customFields.id), eq(customFieldValues.incidentId, incidentId)),
      )
      .orderBy(asc(customFields.position), asc(customFields.id)),
    db
      .select({ userId: users.id, name: users.name, role: incidentWatchers.role })
      .from(incidentWatchers)
      .innerJoin(users, eq(users.id, incidentWatchers.userId))
      .where(and(eq(incidentWatchers.incidentId, incidentId), eq(users.status, 'ACTIVE')))
      .orderBy(asc(users.nameKey), asc(users.id)),
    db
      .select(related)
      .from(incidentLinks)
      .innerJoin(incidents, eq(incidents.id, incidentLinks.otherId))
      .where(and(eq(incidentLinks.incidentId, incidentId), visibleTo(seer)))
      .orderBy(asc(incidents.openedAt), asc(incidents.id)),
  ]);
  return {
    notes: written.map(({ id, author, body, createdAt, updatedAt }) => ({
      ...{ id, author, body, createdAt },
      editedAt: updatedAt > createdAt ? updatedAt : null,
    })),
    tags: tags.map(({ tag }) => tag),
    fields,
    watchers,
    linked,
  };
}

export const tagsOf = async (db: Db, incidentId: string): Promise<string[]> => {
  const rows = await db
    .select({ tag: incidentTags.tag })
    .from(incidentTags)
    .where(eq(incidentTags.incidentId, incidentId))
    .orderBy(asc(incidentTags.tag));
  return rows.map(({ tag }) => tag);
};

/** The tags that most incidents have, to choose from. */
export async function commonTags(db: Db, limit: number): Promise<string[]> {
  const rows = await db
    .select({ tag: incidentTags.tag })
    .from(incidentTags)
    .innerJoin(incidents, and(eq(incidents.id, incidentTags.incidentId), eq(incidents.visibility, 'PUBLIC')))
    .groupBy(incidentTags.tag)
    .orderBy(sql`count(*) DESC`, asc(incidentTags.tag))
    .limit(limit);
  return rows.map(({ tag }) => tag);
}

export const addTags = (db: Db, incidentId: string, tags: readonly string[]): Statement[] =>
  tags.map((tag) => db.insert(incidentTags).values({ incidentId, tag }).onConflictDoNothing());

export const removeTags = (db: Db, incidentId: string, tags: readonly string[]): Statement[] =>
  tags.map((tag) =>
    db.delete(incidentTags).where(and(eq(incidentTags.incidentId, incidentId), eq(incidentTags.tag, tag))),
  );

/** Both directions, so that each side finds the other by its own id. */
export const linkIncidents = (db: Db, one: string, other: string, createdAt: Instant): Statement =>
  db
    .insert(incidentLinks)
    .values([
      { incidentId: one, otherId: other, createdAt },
      { incidentId: other, otherId: one, createdAt },
    ])
    .onConflictDoNothing();

const between = (one: string, other: string): SQL | undefined =>
  and(eq(incidentLinks.incidentId, one), eq(incidentLinks.otherId, other));

export const unlinkIncidents = (db: Db, one: string, other: string): Statement[] => [
  db.delete(incidentLinks).where(between(one, other)),
  db.delete(incidentLinks).where(between(other, one)),
];

export async function areLinked(db: Db, one: string, other: string): Promise<boolean> {
  return (await db.select({ id: incidentLinks.otherId }).from(incidentLinks).where(between(one, other))).length > 0;
}

/** A service's latest incidents to compare with, newest first; those that are over, or those that are not. */
export const incidentsToCompare = (
  db: Db,
  serviceId: string,
  isOver: boolean,
  seer: Seer,
  limit: number,
): Promise<RelatedIncident[]> =>
  db
    .select(related)
    .from(incidents)
    .where(
      and(
        eq(incidents.serviceId, serviceId),
        isOver ? eq(incidents.status, 'RESOLVED') : sql`${incidents.status} <> 'RESOLVED'`,
        // One that was merged says nothing by itself: the one that it went into does.
        isNull(incidents.mergedIntoId),
        visibleTo(seer),
      ),
    )
    .orderBy(sql`${incidents.openedAt} DESC`, sql`${incidents.id} DESC`)
    .limit(limit);

/** What was said when each of them was resolved last. */
export async function resolutionNotes(db: Db, incidentIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.all<{ incident: string; note: string }>(sql`
    SELECT incident_id AS incident, detail ->> 'note' AS note FROM timeline_events
    WHERE incident_id IN (SELECT value FROM json_each(${JSON.stringify(incidentIds)}))
      AND kind = 'resolved' AND detail ->> 'note' IS NOT NULL
    ORDER BY seq`);
  return new Map(rows.map(({ incident, note }) => [incident, note]));
}
