import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { findPostmortem, replacePostmortem } from '../../../db/repositories/postmortems';
import { refuse } from '../../../domain/access/permissions';
import { withNewEvents } from '../../../domain/postmortem/draft';
import type { UpdatePostmortemInput } from '../../../domain/postmortem/input';
import { type Postmortem, type PostmortemEvent, whyNot } from '../../../domain/postmortem/postmortem';
import { failure } from '../../../domain/shared/errors';
import { newId } from '../../../domain/shared/ids';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { invalidField, notFound } from '../config/failures';
import { given } from '../config/given';
import { missingFailure } from '../config/references';
import { getIncident } from '../incident/get';
import { type PostmortemView, viewOf } from './view';

const overtaken = failure('conflict', 'Somebody else has changed it since you opened it. Load it again.');

/**
 * Changes a postmortem; what is left out stays, `events` replaces all. Failures: forbidden, not-found, invalid, conflict
 * (another version, a status that cannot follow).
 */
export async function updatePostmortem(
  context: Context,
  { id, version, events, sections, ...input }: UpdatePostmortemInput & IdInput,
): Promise<Result<PostmortemView>> {
  const { actor, db, now } = context;
  const refused = refuse(actor, 'incident.respond');
  if (refused) return err(refused);
  const before = await findPostmortem(db, id);
  if (!before) return err(notFound('postmortem'));
  if (version !== undefined && version !== before.version) return err(overtaken);
  const missing = await missingFailure(
    context,
    (input.reviewers ?? []).map((user, i) => ({ kind: 'USER', id: user, path: `reviewers/${i}` })),
  );
  if (missing) return err(missing);
  const after: Postmortem = {
    ...before,
    ...given(input),
    sections: { ...before.sections, ...given(sections ?? {}) },
    events: events ? withIds(context, events) : before.events,
    updatedAt: now,
    version: before.version + 1,
  };
  if (after.impactStartAt !== null && after.impactEndAt !== null && after.impactEndAt < after.impactStartAt)
    return err(invalidField('impactEndAt', 'The impact cannot end before it begins'));
  const why = input.status ? whyNot({ ...after, status: before.status }, input.status) : null;
  if (why) return err(failure('conflict', why));
  if (after.status === 'PUBLISHED' && before.status !== 'PUBLISHED') after.publishedAt = now;
  if (!(await replacePostmortem(db, after))) return err(overtaken);
  await runBatch(db, [
    recordAudit(context, {
      action: 'postmortem.update',
      targetKind: 'postmortem',
      targetId: id,
      before: toldOf(before),
      after: toldOf(after),
    }),
  ]);
  return ok(await viewOf(context, after));
}

/** The audit log tells that a text changed, not all of the text. */
const toldOf = ({ title, status, reviewers, sections, events }: Postmortem) => ({
  title,
  status,
  reviewers,
  characters: Object.values(sections).join('').length,
  events: events.filter(({ kept }) => kept).length,
});

function withIds({ random }: Context, events: NonNullable<UpdatePostmortemInput['events']>): PostmortemEvent[] {
  return events
    .map(({ id, ...event }) => ({ ...event, id: id ?? newId('timelineEvent', random) }))
    .toSorted((a, b) => a.at - b.at);
}

/** Takes in what the incident's timeline has told since it was drafted. Failures: forbidden, not-found, conflict. */
export async function refreshPostmortem(context: Context, { id }: IdInput): Promise<Result<PostmortemView>> {
  const { actor, db, now } = context;
  const refused = refuse(actor, 'incident.respond');
  if (refused) return err(refused);
  const before = await findPostmortem(db, id);
  if (!before) return err(notFound('postmortem'));
  const incident = await getIncident(context, { id: before.incidentId });
  if (!incident.ok) return incident;
  const events = withNewEvents(before.events, incident.value);
  const impactEndAt = before.impactEndAt ?? incident.value.sla.firstResolvedAt;
  const after = { ...before, events, impactEndAt, updatedAt: now, version: before.version + 1 };
  if (!(await replacePostmortem(db, after))) return err(overtaken);
  return ok(await viewOf(context, after));
}
