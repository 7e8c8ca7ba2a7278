import type { Method } from '~/components/contact-method/words';
import type { ReachOperations } from '~/lib/people';
import type { Channel } from '../../../domain/notification/channels';
import { ok, type Result } from '../../../domain/shared/result';
import { type Reach, reachOf } from './reach';

type Person = Parameters<typeof reachOf>[0];

type Loaded = Reach & { methods: Method[]; channels: Channel[] };

/** More than a person can have of either. */
const ALL = 100;

/** A person's contact methods, and how they are paged by them. */
export async function loadReach(
  { contactMethod, notificationRule }: ReachOperations,
  { id, name, status, timezone, locale }: Person,
): Promise<Result<Loaded>> {
  const [methods, rules, channels, successes] = await Promise.all([
    contactMethod.list({ userId: id, limit: ALL }),
    notificationRule.list({ userId: id, limit: ALL }),
    contactMethod.channels(),
    contactMethod.successes({ userId: id }),
  ]);
  if (!methods.ok) return methods;
  if (!rules.ok) return rules;
  if (!channels.ok) return channels;
  const shown = methods.value.data
    .toSorted((a, b) => a.createdAt - b.createdAt)
    .map(({ id: methodId, kind, value, verified, enabled, problem }) => ({
      id: methodId,
      kind,
      value,
      verified,
      enabled,
      problem,
      ...(successes.ok ? { lastSuccessAt: successes.value[methodId] ?? null } : {}),
    }));
  const person = { id, name, status, timezone, locale };
  return ok({ methods: shown, channels: channels.value, ...reachOf(person, shown, rules.value.data, channels.value) });
}
