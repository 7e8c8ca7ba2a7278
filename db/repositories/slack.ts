import { and, eq, gt, isNotNull, isNull, lt } from 'drizzle-orm';
import type { Role, UserStatus } from '../../domain/access/roles';
import type { Instant } from '../../domain/shared/time';
import {
  type SlackTrouble,
  type SlackWorkspace,
  slackTroubleValue,
  slackWorkspaceValue,
} from '../../domain/slack/workspace';
import type { Db } from '../client';
import { contactMethods, settings, slackLinks, users } from '../schema';
import type { Statement } from './batch';
import { inIds } from './listing';

export const SLACK_WORKSPACE = 'slack-workspace';
export const SLACK_TROUBLE = 'slack-trouble';

/** The connection as it is stored: which workspace, and whether Slack has refused us since. */
export type StoredSlack = { workspace: SlackWorkspace | null; trouble: SlackTrouble | null };

export const readSlack = (workspace: unknown, trouble: unknown): StoredSlack => ({
  workspace: slackWorkspaceValue.safeParse(workspace).data ?? null,
  trouble: slackTroubleValue.safeParse(trouble).data ?? null,
});

export async function slackOf(db: Db): Promise<StoredSlack> {
  const rows = await db
    .select({ key: settings.key, value: settings.value })
    .from(settings)
    .where(inIds(settings.key, [SLACK_WORKSPACE, SLACK_TROUBLE]));
  const stored = (key: string) => rows.find((row) => row.key === key)?.value;
  return readSlack(stored(SLACK_WORKSPACE), stored(SLACK_TROUBLE));
}

const put = (db: Db, key: string, value: unknown, now: Instant): Statement =>
  db
    .insert(settings)
    .values({ key, value, updatedAt: now })
    .onConflictDoUpdate({ target: settings.key, set: { value, updatedAt: now } });

export const putSlackWorkspace = (db: Db, value: SlackWorkspace, now: Instant): Statement =>
  put(db, SLACK_WORKSPACE, value, now);
export const putSlackTrouble = (db: Db, value: SlackTrouble, now: Instant): Statement =>
  put(db, SLACK_TROUBLE, value, now);
export const deleteSlackWorkspace = (db: Db): Statement => db.delete(settings).where(eq(settings.key, SLACK_WORKSPACE));
export const deleteSlackTrouble = (db: Db): Statement => db.delete(settings).where(eq(settings.key, SLACK_TROUBLE));

export type LinkedPerson = { id: string; name: string; role: Role; status: UserStatus };

/** Everybody who has proved that this Slack account is theirs: by a code sent to it, or by a link shown in it. */
export const peopleOfMember = (db: Db, memberId: string): Promise<LinkedPerson[]> =>
  db
    .selectDistinct({ id: users.id, name: users.name, role: users.role, status: users.status })
    .from(contactMethods)
    .innerJoin(users, eq(users.id, contactMethods.userId))
    .where(
      and(eq(contactMethods.kind, 'slack'), eq(contactMethods.value, memberId), isNotNull(contactMethods.verifiedAt)),
    );

export type SlackLink = typeof slackLinks.$inferSelect;

/** Keeps the hash of a link that connects a Slack account, and forgets those that have ended. */
export const insertSlackLink = (db: Db, link: Omit<SlackLink, 'usedAt'>): Statement[] => [
  db.delete(slackLinks).where(lt(slackLinks.expiresAt, link.createdAt)),
  db.insert(slackLinks).values(link),
];

const usable = (hash: string, now: Instant) =>
  and(eq(slackLinks.hash, hash), isNull(slackLinks.usedAt), gt(slackLinks.expiresAt, now));

export async function findSlackLink(db: Db, hash: string, now: Instant): Promise<SlackLink | null> {
  const [link] = await db.select().from(slackLinks).where(usable(hash, now));
  return link ?? null;
}

/** Uses a link up: only one of several who try gets it. */
export async function redeemSlackLink(db: Db, hash: string, now: Instant): Promise<SlackLink | null> {
  const [link] = await db.update(slackLinks).set({ usedAt: now }).where(usable(hash, now)).returning();
  return link ?? null;
}
