import type { Context } from '../../context';
import { pushBehind } from '../plan/push';

/** Tells every inbox what changed; one that does not answer is left to the sweep. */
export async function pushEverything(context: Context): Promise<void> {
  for (;;) {
    const { pushed, unchanged } = await pushBehind(context, 100);
    if (pushed + unchanged === 0) return;
  }
}
