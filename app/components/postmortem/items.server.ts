import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import type { AppLoadContext } from '~/lib/rr';
import { type ActionItem, overdueAt } from '../../../domain/postmortem/action-item';
import type { Instant } from '../../../domain/shared/time';

/** Items with the names of their owners, and whether they are overdue on the reader's clock. */
export async function withOwners<T extends ActionItem>(
  context: AppLoadContext,
  items: readonly T[],
  { now, timeZone }: { now: Instant; timeZone: string },
) {
  const ids = items.flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId]));
  const named = await operationsOf(context).name.of({ kind: 'USER', ids });
  const names = new Map((named.ok ? named.value : []).map(({ id, name }) => [id, name]));
  return items.map((item) => {
    const end = overdueAt(item.dueOn, timeZone);
    return {
      ...item,
      ownerName: item.ownerId === null ? null : (names.get(item.ownerId) ?? item.ownerId),
      overdue: item.status !== 'COMPLETED' && end !== null && now >= end,
    };
  });
}

/** An action item as its form was sent, for the operation's schema. */
export const itemInputOf = (form: FormData) => ({
  title: textOf(form, 'title'),
  ownerId: textOf(form, 'ownerId') || null,
  dueOn: textOf(form, 'dueOn') || null,
  priority: textOf(form, 'priority') || 'P3',
  ...(form.has('status') ? { status: textOf(form, 'status') } : {}),
});
