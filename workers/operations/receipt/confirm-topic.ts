import { within } from '../../access/within';

const PATIENCE_MS = 5_000;

/**
 * Visits the address by which Amazon SNS wants a subscription confirmed. The caller has checked the message's signature
 * and that the host is Amazon's. False when that did not work; Amazon then asks again.
 */
export async function confirmTopic(subscribeUrl: string): Promise<boolean> {
  const visit = async () => {
    const answer = await fetch(subscribeUrl, { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
    await answer.body?.cancel();
    return answer.ok;
  };
  const visited = await within(PATIENCE_MS, visit);
  return visited.answered && visited.value;
}
