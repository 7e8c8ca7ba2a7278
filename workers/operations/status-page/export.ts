import { type ExportedFile, exportedFiles, type Readable } from '../../../domain/status-page/export';
import { addressesOf, addressName, type StatusPage } from '../../../domain/status-page/page';
import { PAGE_ITSELF, readStatusPath, statusDocument } from '../../../domain/status-page/render/documents';
import { utf8 } from '../../access/bytes';
import type { Context } from '../../context';
import type { StoredStatusPage } from '../../durable/ports';
import { statusPagePort } from '../../durable/stubs';
import { reasonOf } from '../plan/reason';
import { readLogo } from './logo';

type Exporting = Pick<Context, 'env'>;

/** Connections that a Worker may have open at once. */
const AT_ONCE = 6;
/** A page that goes on changing while it is written is written again by its next change. */
const MOST_ROUNDS = 3;

/**
 * Writes a public page as files into the bucket, where one is bound: below the page's slug, only what has changed, and
 * nothing stays there that the page has no more. Which version is there is kept with the page, so that whatever fails is
 * made up for by the sweep. Of a page that is not public there is no copy. Never throws.
 */
export async function exportPage({ env }: Exporting, page: Pick<StatusPage, 'slug' | 'host'>): Promise<void> {
  const [address] = addressesOf(page);
  if (!env.STATUS_EXPORT || !address) return;
  const port = statusPagePort(env, addressName(address));
  try {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const served = await port.read(PAGE_ITSELF);
      if (!served?.stored) return;
      const files = served.gate.audience === 'public' ? await filesOf(served.stored) : [];
      await writeAll(env.STATUS_EXPORT, `${page.slug}/`, files);
      if (await port.exported(served.version)) return;
    }
  } catch (error) {
    console.warn(`the copy of the status page ${page.slug} waits for the sweep: ${reasonOf(error)}`);
  }
}

/** Takes a page's files out of the bucket. Never throws. */
export async function removeExport({ env }: Exporting, slug: string): Promise<void> {
  if (!env.STATUS_EXPORT) return;
  try {
    await writeAll(env.STATUS_EXPORT, `${slug}/`, []);
  } catch (error) {
    console.warn(`the copy of the status page ${slug} is still in the bucket: ${reasonOf(error)}`);
  }
}

function filesOf({ page, url, logos }: StoredStatusPage): Promise<ExportedFile[]> {
  return exportedFiles(url, async (path): Promise<Readable | null> => {
    if (path === '/logo') return readLogo(logos.light);
    if (path === '/logo-dark') return readLogo(logos.dark);
    const { pathname, searchParams } = new URL(path || '/', 'https://page.invalid');
    return statusDocument(page, url, readStatusPath(pathname, searchParams));
  });
}

/** As R2 tells of what it holds. */
const etagOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('MD5', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

async function writeAll(bucket: R2Bucket, prefix: string, files: readonly ExportedFile[]): Promise<void> {
  const there = await etagsBelow(bucket, prefix);
  const work = files.map(({ file, type, body }) => async () => {
    const bytes = typeof body === 'string' ? utf8(body) : new Uint8Array(body);
    if (there.get(prefix + file) === (await etagOf(bytes))) return;
    const httpMetadata = { contentType: type, cacheControl: 'public, max-age=60' };
    await bucket.put(prefix + file, bytes, { httpMetadata });
  });
  for (let i = 0; i < work.length; i += AT_ONCE) await Promise.all(work.slice(i, i + AT_ONCE).map((one) => one()));
  const wanted = new Set(files.map(({ file }) => prefix + file));
  const gone = [...there.keys()].filter((key) => !wanted.has(key));
  if (gone.length > 0) await bucket.delete(gone);
}

async function etagsBelow(bucket: R2Bucket, prefix: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  let cursor: string | undefined;
  do {
    const list: R2Objects = await bucket.list({ prefix, ...(cursor ? { cursor } : {}) });
    for (const { key, etag } of list.objects) found.set(key, etag);
    cursor = list.truncated ? list.cursor : undefined;
  } while (cursor);
  return found;
}
