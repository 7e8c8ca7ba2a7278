import { MACHINE_PATHS } from '../../../domain/status-page/render/documents';
import { STATUSPAGE_DOCUMENTS } from '../../../domain/status-page/render/statuspage-json';
import type { Config } from '../../config';

const TIMEOUT_MS = 5_000;

/** What a page is read by, within the thirty that one call takes; single reports expire by themselves within seconds. */
const PATHS = ['', '/', '/history', ...MACHINE_PATHS, ...STATUSPAGE_DOCUMENTS.map((name) => `/api/v2/${name}`)];

/**
 * Has Cloudflare's cache let go of a page, where its zone and a token are set (INTERFACES). Never throws: caches hold a
 * page for seconds only.
 */
export async function purge({ purge: zone }: Config, url: string): Promise<void> {
  if (!zone) return;
  try {
    const answer = await fetch(`https://api.cloudflare.com/client/v4/zones/${zone.zoneId}/purge_cache`, {
      method: 'POST',
      headers: { authorization: `Bearer ${zone.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ files: PATHS.map((path) => `${url}${path}`) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!answer.ok) console.warn(`the cache was not purged: HTTP ${answer.status}`);
  } catch {
    console.warn('the cache was not purged: Cloudflare did not answer');
  }
}
