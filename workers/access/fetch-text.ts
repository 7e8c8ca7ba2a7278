import { within } from './within';

const FETCH_MS = 5_000;

/**
 * What stands at an address that was checked before; null when it cannot be had in five seconds. Redirects are not
 * followed: they would lead to an address that nobody has checked.
 */
export async function fetchText(url: string): Promise<string | null> {
  const answer = await within(FETCH_MS, async () => {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(FETCH_MS) });
    return response.ok ? await response.text() : null;
  });
  return answer.answered ? answer.value : null;
}
