import { asc, eq, or, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { savedViews, services, teams, users } from '../schema';
import { type CustomField, orderedFields } from './custom-fields';
import type { Named } from './names';
import type { SavedView } from './saved-views';

/** Longer lists are no help to anybody who chooses by name. */
const MOST_NAMES = 1_000;
const MOST_VIEWS = 20;

/** What incidents are filtered, assigned and looked up by; people only while they are ACTIVE. */
export type IncidentChoices = {
  services: Named[];
  users: Named[];
  teams: Named[];
  fields: CustomField[];
  views: Omit<SavedView, 'createdAt' | 'updatedAt'>[];
};

/** All of them in order of name, in one call of the database. `viewer` sees their own views and the shared ones. */
export async function incidentChoices(db: Db, viewer: string): Promise<IncidentChoices> {
  const { id, ownerId, name, isShared, search } = savedViews;
  const [servicesFound, usersFound, teamsFound, fields, views] = await db.batch([
    db
      .select({ id: services.id, name: services.name })
      .from(services)
      .where(sql`${services.deletedAt} IS NULL`)
      .orderBy(asc(services.nameKey), asc(services.id))
      .limit(MOST_NAMES),
    db
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(eq(users.status, 'ACTIVE'))
      .orderBy(asc(users.nameKey), asc(users.id))
      .limit(MOST_NAMES),
    db
      .select({ id: teams.id, name: teams.name })
      .from(teams)
      .orderBy(asc(teams.nameKey), asc(teams.id))
      .limit(MOST_NAMES),
    orderedFields(db),
    db
      .select({ id, ownerId, name, isShared, search })
      .from(savedViews)
      .where(or(eq(ownerId, viewer), eq(isShared, true)))
      .orderBy(asc(savedViews.nameKey), asc(id))
      .limit(MOST_VIEWS),
  ]);
  return { services: servicesFound, users: usersFound, teams: teamsFound, fields, views };
}
