import { readStart } from '../access/read-start';
import { SEND_TIMEOUT_MS } from './sender';

/** A POST to a provider. */
export type ProviderRequest = { url: string; headers: Record<string, string>; body: string | Uint8Array<ArrayBuffer> };

/** What came back: at most the first `ANSWER_MAX` bytes of its body, as text. */
export type ProviderAnswer = { status: number; headers: Headers; body: string };

export const USER_AGENT = 'OpsKnight-Edge/1';
const ANSWER_MAX = 64 * 1024;

/**
 * Posts once and reads the answer within `timeoutMs`. Redirects are answers, never followed: the next host could be
 * anybody's (RELIABILITY B6). Nobody answering gives `silence`, in words that hold neither address nor secret; whether the
 * message was taken is then unknown (PROVIDERS §4).
 */
export async function exchange(
  { url, headers, body }: ProviderRequest,
  timeoutMs: number = SEND_TIMEOUT_MS,
  maxBytes: number = ANSWER_MAX,
): Promise<ProviderAnswer | { silence: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'User-Agent': USER_AGENT, ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, headers: response.headers, body: await readStart(response, maxBytes) };
  } catch (error) {
    const isLate = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
    return { silence: isLate ? 'no answer in time' : 'no connection, or it was lost' };
  }
}
