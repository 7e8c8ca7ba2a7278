import { eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import { targetField } from '../../domain/escalation/input';
import type { Target } from '../../domain/escalation/policy';
import type { SealedVapid } from '../../domain/plan/plan';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { settings } from '../schema';
import type { Statement } from './batch';

export type Organisation = { name: string };

const UNNAMED: Organisation = { name: 'OpsKnight' };
const organisationValue = z.object({ name: z.string() });
const lastResortValue = z.array(targetField);
const vapidValue = z.object({ publicKey: z.string(), sealedPrivateKey: z.string() });

/** The organisation as stored; its default until somebody has named it. */
export const readOrganisation = (value: unknown): Organisation => organisationValue.safeParse(value).data ?? UNNAMED;

/** Whom the organisation pages when nobody else is left; empty means every ADMIN (SEMANTICS 2). */
export const readLastResort = (value: unknown): Target[] => lastResortValue.safeParse(value).data ?? [];

/** The keys of Web Push; null until the first boot has made them. */
export const readVapid = (value: unknown): SealedVapid | null => vapidValue.safeParse(value).data ?? null;

async function read(db: Db, key: string): Promise<unknown> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, key));
  return row?.value;
}

export const organisationOf = async (db: Db): Promise<Organisation> => readOrganisation(await read(db, 'organisation'));
export const lastResortOf = async (db: Db): Promise<Target[]> => readLastResort(await read(db, 'last-resort'));
export const vapidOf = async (db: Db): Promise<SealedVapid | null> => readVapid(await read(db, 'vapid'));
export const configVersionOf = async (db: Db): Promise<number> => Number((await read(db, 'config-version')) ?? 0);

/** Keeps the first pair that is stored: another one would end every subscription. */
export const insertVapid = (db: Db, value: SealedVapid, now: Instant): Statement =>
  db.insert(settings).values({ key: 'vapid', value, updatedAt: now }).onConflictDoNothing();

const put = (db: Db, key: string, value: unknown, now: Instant): Statement =>
  db
    .insert(settings)
    .values({ key, value, updatedAt: now })
    .onConflictDoUpdate({ target: settings.key, set: { value, updatedAt: now } });

export const putOrganisation = (db: Db, value: Organisation, now: Instant): Statement =>
  put(db, 'organisation', value, now);
export const putLastResort = (db: Db, value: Target[], now: Instant): Statement => put(db, 'last-resort', value, now);

/** Goes into the batch of every change of configuration, so that plans compiled before it are known to be behind (SEMANTICS 28). */
export const bumpConfigVersion = (db: Db, now: Instant): Statement =>
  db
    .insert(settings)
    .values({ key: 'config-version', value: 1, updatedAt: now })
    .onConflictDoUpdate({
      target: settings.key,
      set: { value: sql`CAST(${settings.value} AS INTEGER) + 1`, updatedAt: now },
    });
