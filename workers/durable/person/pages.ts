import {
  type BundlePage,
  type BundleVerdict,
  decideBundle,
  type KnownPage,
  membersOf,
  overdueLeaders,
  REMEMBERED_MS,
  TAKE_OVER_MS,
} from '../../../domain/notification/bundle';
import type { Channel } from '../../../domain/notification/channels';
import type { Instant } from '../../../domain/shared/time';

export type Address = { channel: Channel; number: string };

const FIELDS = `notification_id AS notificationId, incident_id AS incidentId, title, service_name AS serviceName, at,
  leader_id AS leaderId, until, sent_at AS sentAt, request`;

/** What an address was to get lately, the earliest first. */
export const knownPages = (sql: SqlStorage, { channel, number }: Address): KnownPage[] =>
  sql
    .exec<KnownPage>(`SELECT ${FIELDS} FROM pages WHERE channel = ? AND number = ? ORDER BY at, rowid`, channel, number)
    .toArray();

/** Decides on one page and remembers what was decided. */
export function bundlePage(sql: SqlStorage, address: Address, page: BundlePage, now: Instant): BundleVerdict {
  const verdict = decideBundle(knownPages(sql, address), page, now);
  if (verdict.kind === 'lead') {
    sql.exec('UPDATE pages SET sent_at = ? WHERE notification_id = ?', now, page.notificationId);
    return verdict;
  }
  if (!verdict.isNew) return verdict;
  const leaderId = verdict.kind === 'alone' ? null : verdict.kind === 'gather' ? page.notificationId : verdict.leaderId;
  const until = verdict.kind === 'gather' ? verdict.until : null;
  sql.exec(
    `INSERT INTO pages (channel, number, notification_id, incident_id, title, service_name, at, leader_id, until, request)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[address.channel, address.number, page.notificationId, page.incidentId, page.title, page.serviceName, now],
    ...[leaderId, until, page.request ?? null],
  );
  return verdict;
}

const addresses = (sql: SqlStorage): Address[] =>
  sql.exec<Address>('SELECT DISTINCT channel, number FROM pages').toArray();

/** Bundles that nobody has sent in time, each with the pages that can bring it instead, the newest first. */
export function overdueBundles(sql: SqlStorage, now: Instant): { leader: KnownPage; heirs: KnownPage[] }[] {
  return addresses(sql).flatMap((address) => {
    const known = knownPages(sql, address);
    return overdueLeaders(known, now).map((leader) => {
      const members = membersOf(known, leader.notificationId);
      return { leader, heirs: members.filter((one) => one !== leader).toReversed() };
    });
  });
}

/** A page whose incident needs nobody any more is told of no longer. */
export const dropPage = (sql: SqlStorage, notificationId: string): void => {
  sql.exec('DELETE FROM pages WHERE notification_id = ?', notificationId);
};

/** `heir` brings what `leader` was to bring; it is asked for at once, and looked after as the first one was. */
export function passOn(sql: SqlStorage, leaderId: string, heir: KnownPage, now: Instant): void {
  dropPage(sql, leaderId);
  sql.exec('UPDATE pages SET leader_id = ? WHERE leader_id = ?', heir.notificationId, leaderId);
  sql.exec('UPDATE pages SET until = ?, sent_at = NULL WHERE notification_id = ?', now, heir.notificationId);
}

/** The pages that a bundle was to tell of, besides the one that brought it. */
export const pagesOfBundle = (sql: SqlStorage, leaderId: string): string[] =>
  sql
    .exec<{ id: string }>(
      'SELECT notification_id AS id FROM pages WHERE leader_id = ? AND notification_id <> ?',
      leaderId,
      leaderId,
    )
    .toArray()
    .map(({ id }) => id);

export const forgetPages = (sql: SqlStorage, now: Instant): void => {
  sql.exec(
    'DELETE FROM pages WHERE at <= ? AND (leader_id IS NULL OR leader_id NOT IN (SELECT leader_id FROM pages WHERE leader_id = notification_id AND sent_at IS NULL))',
    now - REMEMBERED_MS,
  );
};

/** When the bundles have to be looked at, or pages be forgotten; null: there are none. */
export function pagesDueAt(sql: SqlStorage): Instant | null {
  const { bundle, oldest } = sql
    .exec<{ bundle: number | null; oldest: number | null }>(
      `SELECT min(CASE WHEN leader_id = notification_id AND sent_at IS NULL THEN until END) AS bundle, min(at) AS oldest
       FROM pages`,
    )
    .one();
  const waits = [
    ...(bundle === null ? [] : [bundle + TAKE_OVER_MS]),
    ...(oldest === null ? [] : [oldest + REMEMBERED_MS]),
  ];
  return waits.length > 0 ? Math.min(...waits) : null;
}
