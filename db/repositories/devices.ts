import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { contactMethods, devices } from '../schema';
import type { Statement } from './batch';
import type { ContactMethod } from './contact-methods';

/** What a browser tells of itself when it subscribes or is opened. */
export type DeviceRow = typeof devices.$inferSelect;

/** A push method and its browser; `device` is null for one that was entered through the API. */
export type MethodWithDevice = { method: ContactMethod; device: DeviceRow | null };

/** A person's push methods, oldest first. */
export async function devicesOf(db: Db, userId: string): Promise<MethodWithDevice[]> {
  return db
    .select({ method: contactMethods, device: devices })
    .from(contactMethods)
    .leftJoin(devices, eq(devices.contactMethodId, contactMethods.id))
    .where(and(eq(contactMethods.userId, userId), eq(contactMethods.kind, 'push')))
    .orderBy(contactMethods.createdAt);
}

/** Push methods of other people that lead to the same browser: it has changed hands. */
export const othersWithSubscription = (db: Db, value: string, userId: string): Promise<ContactMethod[]> =>
  db
    .select()
    .from(contactMethods)
    .where(and(eq(contactMethods.kind, 'push'), eq(contactMethods.value, value), ne(contactMethods.userId, userId)));

export const putDevice = (
  db: Db,
  {
    contactMethodId,
    name,
    installed,
    lastSeenAt,
  }: Pick<DeviceRow, 'contactMethodId' | 'name' | 'installed' | 'lastSeenAt'>,
): Statement =>
  db
    .insert(devices)
    .values({ contactMethodId, name, installed, lastSeenAt, lastReceiptAt: null, endedAt: null })
    .onConflictDoUpdate({ target: devices.contactMethodId, set: { name, installed, lastSeenAt, endedAt: null } });

/** "Pixel 8"; null where there is no such device. */
export async function deviceName(db: Db, contactMethodId: string): Promise<string | null> {
  const [row] = await db
    .select({ name: devices.name })
    .from(devices)
    .where(eq(devices.contactMethodId, contactMethodId));
  return row?.name ?? null;
}

const NAMELESS = 'A browser';

/** A push has arrived there; nothing happens where the method is gone. */
export const noteReceipt = (db: Db, contactMethodId: string, at: Instant): Statement =>
  db
    .insert(devices)
    .select(
      sql`SELECT ${contactMethods.id}, ${NAMELESS}, 0, ${at}, ${at}, NULL FROM ${contactMethods} WHERE ${eq(contactMethods.id, contactMethodId)}`,
    )
    .onConflictDoUpdate({ target: devices.contactMethodId, set: { lastReceiptAt: at } });

/** The push method of a person that leads to this subscription. */
export async function methodBySubscription(db: Db, userId: string, value: string): Promise<ContactMethod | null> {
  const [row] = await db
    .select()
    .from(contactMethods)
    .where(and(eq(contactMethods.userId, userId), eq(contactMethods.kind, 'push'), eq(contactMethods.value, value)));
  return row ?? null;
}

/**
 * Its push service says that the subscription has ended: the method is turned off, its rules stay for the day the device
 * comes back. Nothing happens where the method leads elsewhere by now.
 */
export function endDevice(db: Db, contactMethodId: string, value: string, at: Instant): Statement[] {
  const still = and(eq(contactMethods.id, contactMethodId), eq(contactMethods.value, value));
  return [
    db
      .insert(devices)
      .select(
        sql`SELECT ${contactMethods.id}, ${NAMELESS}, 0, ${at}, NULL, ${at} FROM ${contactMethods} WHERE ${still}`,
      )
      .onConflictDoUpdate({ target: devices.contactMethodId, set: { endedAt: at }, setWhere: isNull(devices.endedAt) }),
    db.update(contactMethods).set({ enabled: false, updatedAt: at }).where(still),
  ];
}
