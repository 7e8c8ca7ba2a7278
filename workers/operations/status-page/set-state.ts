import { findStatusPage, putManual } from '../../../db/repositories/status-pages';
import { actorRef } from '../../../domain/access/actor';
import { refuse } from '../../../domain/access/permissions';
import { err, type Result } from '../../../domain/shared/result';
import type { SetStateInput } from '../../../domain/status-page/input';
import type { Context } from '../../context';
import { invalidField, notFound } from '../config/failures';
import { getStatusPage } from './get';
import { saveOnPage } from './save';
import type { StatusPageView } from './view';

/**
 * Sets what a component is by hand, until a time or until it is given back to its services (`state` null). Who did it is
 * kept with it. Failures: forbidden, not-found, invalid (a time that is over).
 */
export async function setComponentState(
  context: Context,
  { id, componentId, state, until }: SetStateInput & { id: string; componentId: string },
): Promise<Result<StatusPageView>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'incident.respond');
  if (refusal) return err(refusal);
  const page = await findStatusPage(db, id);
  const component = page?.components.find((one) => one.id === componentId);
  if (!page) return err(notFound('status page'));
  if (!component) return err(notFound('component'));
  if (state !== null && until !== null && until <= now) return err(invalidField('until', 'Must be later than now'));
  const manual = state === null ? null : { state, until, by: actorRef(actor).name, at: now };
  await saveOnPage(context, id, {
    action: 'status-page.set-state',
    targetKind: 'status-page',
    targetId: id,
    before: { component: component.name, manual: component.manual },
    after: { component: component.name, manual },
    statements: [putManual(db, { ...component, manual, updatedAt: now })],
  });
  return getStatusPage(context, { id });
}
