import { newId } from '../../../domain/shared/ids';
import type { StatusComponent } from '../../../domain/status-page/component';
import type { ComponentInput } from '../../../domain/status-page/input';
import type { Context } from '../../context';
import type { NamedReference } from '../config/references';

/** The services that components name. */
export const referencesOf = (components: readonly ComponentInput[] = []): NamedReference[] =>
  components.flatMap(({ serviceIds }, i) =>
    serviceIds.map((id, k) => ({ kind: 'SERVICE' as const, id, path: `components/${i}/serviceIds/${k}` })),
  );

/**
 * The list as it is to be: those with an id of before keep what a person has set of them and their history. Null for an
 * id that the page does not have, whose place in the list is `unknown`.
 */
export function mergeComponents(
  { now, random }: Pick<Context, 'now' | 'random'>,
  before: readonly StatusComponent[],
  input: readonly ComponentInput[],
): { ok: true; components: StatusComponent[] } | { ok: false; unknown: number } {
  const unknown = input.findIndex(({ id }) => id !== undefined && !before.some((one) => one.id === id));
  if (unknown >= 0) return { ok: false, unknown };
  const components = input.map(({ id, ...fields }): StatusComponent => {
    const known = before.find((one) => one.id === id);
    if (!known)
      return { id: newId('statusComponent', random), ...fields, manual: null, createdAt: now, updatedAt: now };
    const isSame =
      JSON.stringify([known.name, known.description, known.group, known.serviceIds]) ===
      JSON.stringify([fields.name, fields.description, fields.group, fields.serviceIds]);
    return { ...known, ...fields, updatedAt: isSame ? known.updatedAt : now };
  });
  return { ok: true, components };
}
