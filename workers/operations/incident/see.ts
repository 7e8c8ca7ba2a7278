import { insertOnce } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { isInvolvedIn } from '../../../db/repositories/incident-access';
import { findKeptIncident } from '../../../db/repositories/kept-incident';
import { seerOf } from '../../../domain/access/seer';
import { isNamedIn } from '../../../domain/incident/audience';
import type { IncidentDetail, IncidentSummary } from '../../../domain/incident/view';
import { hashedId } from '../../../domain/shared/hash';
import { err, ok, type Result } from '../../../domain/shared/result';
import { DAY } from '../../../domain/shared/time';
import { within } from '../../access/within';
import type { Context } from '../../context';
import { incidentPort } from '../../durable/stubs';
import { noSuchIncident, resolveIncidentId } from './find';

const PATIENCE_MS = 1_000;

/**
 * Whether a private incident is the caller's business by what D1 knows, or may be seen by rank, which leaves a line in
 * the audit log once a day. While D1 does not answer it is hidden: better missing than shown.
 */
export async function maySeePrivate(context: Context, incidentId: string): Promise<boolean> {
  const seer = seerOf(context.actor);
  const { id } = seer;
  const involved = id === null ? false : await within(PATIENCE_MS, () => isInvolvedIn(context.db, incidentId, id));
  if (involved !== false && involved.answered && involved.value) return true;
  if (seer.sees !== 'all') return false;
  await auditPrivate(context, [incidentId]);
  return true;
}

/** That an administrator looked at private incidents which are none of their business: once a day for each. */
export async function auditPrivate(context: Context, incidentIds: readonly string[]): Promise<void> {
  const { db, actor, now } = context;
  if (incidentIds.length === 0 || actor.kind === 'system') return;
  const who = 'id' in actor ? actor.id : actor.kind;
  const entries = incidentIds.map((targetId) =>
    insertOnce(context, hashedId('aud', ['private', who, targetId, Math.floor(now / DAY)]), {
      action: 'incident.see-private',
      targetKind: 'incident',
      targetId,
    }),
  );
  await runBatch(db, entries);
}

/** The row of a list out of everything about an incident. */
export const summaryFrom = (detail: IncidentDetail): IncidentSummary => {
  const { id, number, status, urgency, priority, visibility, title, serviceId, serviceName, assignee } = detail;
  const { dedupKey, alertCount, openedAt, acknowledgedAt, resolvedAt, snoozedUntil, lastEventAt } = detail;
  return {
    ...{ id, number, status, urgency, priority, visibility, title, serviceId, serviceName, assignee },
    ...{ dedupKey, alertCount, openedAt, acknowledgedAt, resolvedAt, snoozedUntil, lastEventAt },
    escalation: detail.escalation,
    nobodyPaged: detail.nobodyPaged,
  };
};

/** `isLive`: its object still holds it. Else it is as the read model has kept it, and no verb moves it any more. */
export type Seen = { detail: IncidentDetail; isLive: boolean };

/** An incident by id or number, if it is there for the caller: one that is hidden answers like one that is not. */
export async function see(context: Context, asked: string): Promise<Result<Seen>> {
  const found = await resolveIncidentId(context, asked);
  if (!found.ok) return found;
  const live = await incidentPort(context.env, found.value).detail();
  const detail = live ?? (await findKeptIncident(context.db, found.value));
  if (!detail) return err(noSuchIncident);
  const seen = ok({ detail, isLive: live !== null });
  if (detail.visibility === 'PUBLIC' || context.actor.kind === 'system') return seen;
  const { id } = seerOf(context.actor);
  if (id !== null && isNamedIn(detail, id)) return seen;
  return (await maySeePrivate(context, detail.id)) ? seen : err(noSuchIncident);
}

/** As `see`, for who only needs what is there. */
export async function seeIncident(context: Context, asked: string): Promise<Result<IncidentDetail>> {
  const seen = await see(context, asked);
  return seen.ok ? ok(seen.value.detail) : seen;
}
