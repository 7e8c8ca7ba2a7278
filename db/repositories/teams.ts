import { eq } from 'drizzle-orm';
import type { TeamRole } from '../../domain/access/roles';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { NameSearch } from '../../domain/shared/search';
import type { Db } from '../client';
import { teamMembers, teams } from '../schema';
import { insertAll, type Statement } from './batch';
import { groupBy, holdsWords, inIds, keyed, listPage } from './listing';

type Stored = typeof teams.$inferSelect;
type Row = Omit<Stored, 'nameKey'>;

export type TeamMember = { userId: string; role: TeamRole; receiveNotifications: boolean };
export type Team = Row & { members: TeamMember[] };

async function withMembers(db: Db, rows: readonly Stored[]): Promise<Team[]> {
  const ids = rows.map(({ id }) => id);
  const members = await db.select().from(teamMembers).where(inIds(teamMembers.teamId, ids)).orderBy(teamMembers.userId);
  const byTeam = groupBy(members, ({ teamId }) => teamId);
  return rows.map(({ nameKey: _key, ...row }) => ({
    ...row,
    members: (byTeam.get(row.id) ?? []).map(({ teamId: _team, ...member }) => member),
  }));
}

export async function findTeam(db: Db, id: string): Promise<Team | null> {
  const [team] = await withMembers(db, await db.select().from(teams).where(eq(teams.id, id)));
  return team ?? null;
}

/** In order of name, each with all its members. */
export async function listTeams(db: Db, { q, sort, ...page }: PageRequest & NameSearch): Promise<Page<Team> | null> {
  const where = holdsWords(teams.nameKey, q);
  const found = await listPage(db, teams, [teams.nameKey, teams.id], page, where, sort === '-name');
  return found && { ...found, data: await withMembers(db, found.data) };
}

export const insertTeam = (db: Db, { members, ...team }: Team): Statement[] => [
  db.insert(teams).values(keyed(team)),
  ...insertMembers(db, team.id, members),
];

/** The row and all members as they are to be. */
export const replaceTeam = (db: Db, { members, ...team }: Team): Statement[] => [
  db.update(teams).set(keyed(team)).where(eq(teams.id, team.id)),
  db.delete(teamMembers).where(eq(teamMembers.teamId, team.id)),
  ...insertMembers(db, team.id, members),
];

export const deleteTeam = (db: Db, id: string): Statement => db.delete(teams).where(eq(teams.id, id));

const insertMembers = (db: Db, teamId: string, members: readonly TeamMember[]): Statement[] =>
  insertAll(members, 4, (chunk) => db.insert(teamMembers).values(chunk.map((member) => ({ ...member, teamId }))));
