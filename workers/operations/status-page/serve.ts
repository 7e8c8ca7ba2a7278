import { statusPageAt } from '../../../db/repositories/status-pages';
import { type Instant, MINUTE, SECOND } from '../../../domain/shared/time';
import { addressName, type PageAddress } from '../../../domain/status-page/page';
import { keyOfPath, PAGE_ITSELF, type StatusPath, statusDocument } from '../../../domain/status-page/render/documents';
import { notFoundPage } from '../../../domain/status-page/render/history-html';
import type { StatusDocument } from '../../../domain/status-page/render/layout';
import type { Context } from '../../context';
import type { ServedPage, StatusGate, StoredStatusPage } from '../../durable/status-page-do';
import { statusPagePort } from '../../durable/stubs';
import { reasonOf } from '../plan/reason';
import { isKnownEmpty, recall, remember, rememberEmpty } from './memory';
import { refreshPage } from './refresh';

/** What stands under a path of a page, and since when the page could not be made anew (null: it is up to date). */
export type StatusAnswer = {
  pageId: string;
  version: string;
  gate: StatusGate;
  document: StatusDocument;
  found: boolean;
  staleSince: Instant | null;
};

/** A page that nobody has made anew for so long is told to be old: the sweep does it every minute. */
const STALE_AFTER_MS = 3 * MINUTE;
const LOOK_AGAIN_MS = MINUTE;
const TRY_AGAIN_MS = 5 * SECOND;

/** When this isolate has last tried to make a page anew. */
const tried = new Map<string, Instant>();

/** The page itself as it was last made, for doors and forms; null: there is none at this address. Throws as `load`. */
export async function storedPage(context: Context, address: PageAddress): Promise<StoredStatusPage | null> {
  const served = await load(context, address, PAGE_ITSELF);
  return served?.stored ?? null;
}

/** Whether a page stands at an address. Throws as `load`. */
export async function standsAt(context: Context, address: PageAddress): Promise<boolean> {
  const name = addressName(address);
  if (isKnownEmpty(name, context.now)) return false;
  const stands = (await storedPage(context, address)) !== null;
  if (!stands) rememberEmpty(name, context.now);
  return stands;
}

/** What is asked for below an address; null: no page stands there. Throws where a page was never made and D1 is away. */
export async function serveStatusPage(
  context: Context,
  address: PageAddress,
  asked: StatusPath,
): Promise<StatusAnswer | null> {
  const { env, now, waitUntil } = context;
  const name = addressName(address);
  const key = keyOfPath(asked);
  const known = recall(name, key, now);
  const served = known ?? (await load(context, address, key));
  if (!served) return null;
  const { version, pageId, gate } = served;
  let { document } = served;
  if (!document && served.stored) {
    document = statusDocument(served.stored.page, served.stored.url, asked);
    if (document) waitUntil(keep(env, name, version, key, document));
  }
  if (document && !known) remember(name, key, { ...served, document, stored: null }, now);
  lookAgain(context, served);
  const staleSince = now - served.checkedAt > STALE_AFTER_MS ? served.checkedAt : null;
  const answer = { pageId, version, gate, staleSince };
  if (document) return { ...answer, document, found: true };
  const stored = served.stored ?? (await storedPage(context, address));
  return stored && { ...answer, document: nothingThere(stored, asked), found: false };
}

const nothingThere = ({ page, url }: StoredStatusPage, { language }: StatusPath): StatusDocument =>
  notFoundPage({ page, url, language: language ?? page.language });

async function keep(env: Context['env'], name: string, version: string, key: string, document: StatusDocument) {
  try {
    await statusPagePort(env, name).keep(version, key, document);
  } catch (error) {
    // It is made again for the next visitor.
    console.warn(`status document not kept: ${reasonOf(error)}`);
  }
}

async function load(context: Context, address: PageAddress, key: string): Promise<ServedPage | null> {
  const port = statusPagePort(context.env, addressName(address));
  const served = await port.read(key);
  if (served) return served;
  const page = await statusPageAt(context.db, address);
  if (!page) return null;
  await refreshPage(context, page.id);
  return port.read(key);
}

/** Makes a page anew after the answer, where the clock has made another one of it or nobody has looked for a minute. */
function lookAgain(context: Context, { pageId, checkedAt, nextAt }: ServedPage): void {
  const { now, waitUntil } = context;
  const isDue = now >= nextAt || now - checkedAt >= LOOK_AGAIN_MS;
  const last = tried.get(pageId) ?? 0;
  if (!isDue || (now >= last && now - last < TRY_AGAIN_MS)) return;
  if (tried.size > 1000) tried.clear();
  tried.set(pageId, now);
  waitUntil(
    refreshPage(context, pageId).catch((error) => {
      console.warn(`status page ${pageId} is served as of before: ${reasonOf(error)}`);
    }),
  );
}
