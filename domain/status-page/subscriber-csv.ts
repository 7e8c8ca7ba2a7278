import { csvOf } from '../shared/csv';
import { toIso, toIsoOrNull } from '../shared/time';
import type { StatusComponent } from './component';
import type { Subscriber } from './subscriber';

type Exported = Pick<
  Subscriber,
  'shown' | 'channel' | 'componentIds' | 'language' | 'confirmedAt' | 'askedAt' | 'createdAt'
>;

/** Subscribers as CSV: what an import of the same page reads again. Addresses of webhooks are secrets, so their hosts. */
export function subscribersAsCsv(
  subscribers: readonly Exported[],
  components: readonly Pick<StatusComponent, 'id' | 'name'>[],
): string {
  const names = new Map(components.map(({ id, name }) => [id, name]));
  return csvOf([
    ['address', 'channel', 'state', 'components', 'language', 'asked', 'confirmed', 'created'],
    ...subscribers.map((one) => [
      one.shown,
      one.channel,
      one.confirmedAt === null ? 'pending' : 'confirmed',
      one.componentIds.flatMap((id) => names.get(id) ?? []).join('; '),
      one.language,
      toIso(one.askedAt),
      toIsoOrNull(one.confirmedAt),
      toIso(one.createdAt),
    ]),
  ]);
}
