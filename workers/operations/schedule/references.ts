import type { OverrideInput } from '../../../domain/schedule/input';
import type { Layer } from '../../../domain/schedule/schedule';
import { type NamedReference, optional } from '../config/references';

/** Everybody who has a turn in these layers. */
export const peopleInLayers = (layers: readonly Layer[] = []): NamedReference[] =>
  layers.flatMap(({ users }, i) =>
    users.flatMap((turn, j) => {
      const path = `layers/${i}/users/${j}`;
      return Array.isArray(turn)
        ? turn.map((id, k) => ({ kind: 'USER' as const, id, path: `${path}/${k}` }))
        : optional('USER', turn, path);
    }),
  );

/** Whom an override names; `path` ends with a slash or is empty. */
export const peopleInOverride = ({ userId, replacesUserId }: OverrideInput, path = ''): NamedReference[] => [
  ...optional('USER', userId, `${path}userId`),
  ...optional('USER', replacesUserId, `${path}replacesUserId`),
];
