import { areLinked, linkIncidents, unlinkIncidents } from '../../../db/repositories/incident-records';
import { refuse } from '../../../domain/access/permissions';
import type { IncidentDetail } from '../../../domain/incident/view';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { invalidField } from '../config/failures';
import { recordOn } from './record';
import { seeIncident } from './see';

type Pair = { id: string; otherId: string };

async function pairOf(context: Context, { id, otherId }: Pair): Promise<Result<[IncidentDetail, IncidentDetail]>> {
  const refused = refuse(context.actor, 'incident.respond');
  if (refused) return err(refused);
  const one = await seeIncident(context, id);
  if (!one.ok) return one;
  const other = await seeIncident(context, otherId);
  if (!other.ok) return err(invalidField('otherId', 'There is no such incident'));
  if (one.value.id === other.value.id) return err(invalidField('otherId', 'An incident cannot be linked to itself'));
  return ok([one.value, other.value]);
}

const numbered = ({ number }: IncidentDetail) => ({ number: number === null ? null : `#${number}` });

/** Links two incidents, once and from both sides. Failures: forbidden, not-found, invalid (the other one). */
export async function linkIncident(context: Context, pair: Pair): Promise<Result<null>> {
  const found = await pairOf(context, pair);
  if (!found.ok) return found;
  const [one, other] = found.value;
  if (await areLinked(context.db, one.id, other.id)) return ok(null);
  const statements = [linkIncidents(context.db, one.id, other.id, context.now)];
  return tellBoth(context, [one, other], statements, 'incident-linked');
}

/** Ends a link from both sides; one that is not there stays so. Failures as of linking. */
export async function unlinkIncident(context: Context, pair: Pair): Promise<Result<null>> {
  const found = await pairOf(context, pair);
  if (!found.ok) return found;
  const [one, other] = found.value;
  if (!(await areLinked(context.db, one.id, other.id))) return ok(null);
  return tellBoth(context, [one, other], unlinkIncidents(context.db, one.id, other.id), 'incident-unlinked');
}

/** A public incident's logbook says nothing of a private one. */
async function tellBoth(
  context: Context,
  [one, other]: [IncidentDetail, IncidentDetail],
  statements: Parameters<typeof recordOn>[2]['statements'],
  entry: 'incident-linked' | 'incident-unlinked',
): Promise<Result<null>> {
  const said = (of: IncidentDetail) => (of.visibility === 'PRIVATE' ? {} : numbered(of));
  const first = await recordOn(context, one.id, { statements, entry, detail: said(other) });
  if (!first.ok) return first;
  const second = await recordOn(context, other.id, { statements: [], entry, detail: said(one) });
  return second.ok ? ok(null) : second;
}
