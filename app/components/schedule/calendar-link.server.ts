import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import type { AppLoadContext } from '~/lib/rr';
import type { Result } from '../../../domain/shared/result';

type Target = { kind: 'USER' | 'SCHEDULE'; id: string };

/** The viewer's calendar link for a person or a schedule; null while there is none. */
export async function calendarLinkOf(context: AppLoadContext, target: Target) {
  const feed = await operationsOf(context).calendarFeed.get(target);
  return feed.ok ? feed.value : null;
}

/** Makes the link, gives it a new address, or ends it (`op`). The address is in this answer only; null once it ended. */
export async function runCalendarLink(
  context: AppLoadContext,
  target: Target,
  form: FormData,
): Promise<Result<{ url: string | null }>> {
  const { calendarFeed } = operationsOf(context);
  switch (textOf(form, 'op')) {
    case 'revoke': {
      const ended = await calendarFeed.revoke(target);
      return ended.ok ? { ok: true, value: { url: null } } : ended;
    }
    case 'rotate':
      return calendarFeed.rotate(target);
    default:
      return calendarFeed.create(target);
  }
}
