import { incidentsToCompare, resolutionNotes } from '../../../db/repositories/incident-records';
import { refuse } from '../../../domain/access/permissions';
import { seerOf } from '../../../domain/access/seer';
import { mostAlike } from '../../../domain/incident/similar';
import type { RelatedIncident } from '../../../domain/incident/view';
import { err, ok, type Result } from '../../../domain/shared/result';
import { within } from '../../access/within';
import type { Context } from '../../context';
import { seeIncident } from './see';

export type SimilarIncident = RelatedIncident & { note: string | null };
export type Related = { similar: SimilarIncident[]; open: RelatedIncident[] };

/** So many of a service's latest are compared. */
const COMPARED = 300;
const SIMILAR = 5;
const OPEN = 10;
const PATIENCE_MS = 1_000;

/**
 * The last five resolved incidents of the service that are like this one, with what was said when they were resolved,
 * and what else is open there; nothing while D1 does not answer. Failures: forbidden, not-found.
 */
export async function relatedIncidents(context: Context, { id }: { id: string }): Promise<Result<Related>> {
  const refused = refuse(context.actor, 'incident.read');
  if (refused) return err(refused);
  const seen = await seeIncident(context, id);
  if (!seen.ok) return seen;
  const { id: incidentId, serviceId, title } = seen.value;
  const found = await within(PATIENCE_MS, () => compare(context, { serviceId, title, except: incidentId }));
  return ok(found.answered ? found.value : { similar: [], open: [] });
}

type About = { serviceId: string; title: string; except: string };

async function compare({ db, actor }: Context, { serviceId, title, except }: About): Promise<Related> {
  const seer = seerOf(actor);
  const [over, open] = await Promise.all([
    incidentsToCompare(db, serviceId, true, seer, COMPARED),
    incidentsToCompare(db, serviceId, false, seer, OPEN + 1),
  ]);
  const alike = mostAlike(
    title,
    over.filter(({ id }) => id !== except),
    SIMILAR,
  );
  const notes = await resolutionNotes(
    db,
    alike.map(({ id }) => id),
  );
  return {
    similar: alike.map((one) => ({ ...one, note: notes.get(one.id) ?? null })),
    open: open.filter(({ id }) => id !== except).slice(0, OPEN),
  };
}

const HINTED = 3;

/** Open incidents of a service that what is being declared may be already, the most alike first. Failures: forbidden. */
export async function possibleDuplicates(
  { db, actor }: Context,
  { serviceId, title }: { serviceId: string; title: string },
): Promise<Result<{ data: RelatedIncident[]; nextCursor: null }>> {
  const refused = refuse(actor, 'incident.read');
  if (refused) return err(refused);
  const open = await incidentsToCompare(db, serviceId, false, seerOf(actor), COMPARED);
  return ok({ data: mostAlike(title, open, HINTED), nextCursor: null });
}
