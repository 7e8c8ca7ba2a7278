import type { Panel, PanelInput } from '../../../domain/analytics/dashboard';
import type { Failure } from '../../../domain/shared/errors';
import { newId } from '../../../domain/shared/ids';
import type { Context } from '../../context';
import { missingFailure, type NamedReference, optional } from '../config/references';

/** The panels with ids; one that is given twice counts as new the second time. */
export function panelsOf({ random }: Context, given: readonly (PanelInput | Omit<Panel, 'id'>)[]): Panel[] {
  const known = new Set<string>();
  return given.map((panel) => {
    const { subject, days, serviceId, teamId } = panel;
    const asked = 'id' in panel ? panel.id : undefined;
    const id = asked && !known.has(asked) ? asked : newId('panel', random);
    known.add(id);
    return { id, subject, days, serviceId, teamId };
  });
}

/** A panel that is narrowed to a service or team that there is not, among those that are not `known`; null: all exist. */
export function unknownInPanels(
  context: Context,
  panels: readonly Pick<PanelInput, 'id' | 'serviceId' | 'teamId'>[],
  known: readonly Panel[] = [],
): Promise<Failure | null> {
  const standing = new Set<string | undefined>(known.map(({ id }) => id));
  const named = panels.flatMap(({ id, serviceId, teamId }, i): NamedReference[] =>
    standing.has(id)
      ? []
      : [...optional('SERVICE', serviceId, `panels/${i}/serviceId`), ...optional('TEAM', teamId, `panels/${i}/teamId`)],
  );
  return missingFailure(context, named);
}
