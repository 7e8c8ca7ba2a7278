import { runBatch } from '../../../db/repositories/batch';
import { changeValues, listCustomFields } from '../../../db/repositories/custom-fields';
import { addTags } from '../../../db/repositories/incident-records';
import { findService } from '../../../db/repositories/services';
import { actorRef } from '../../../domain/access/actor';
import { refuse } from '../../../domain/access/permissions';
import { readValues } from '../../../domain/custom-field/value';
import type { DeclareInput } from '../../../domain/incident/input';
import { serviceInbox } from '../../../domain/integration/key';
import { failure } from '../../../domain/shared/errors';
import { randomText } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { inboxPort, incidentPort } from '../../durable/stubs';

/** `joined`: an incident with this dedup key was open, and the declaration counts as one more alert of it. */
export type Declared = { id: string; number: number | null; joined: boolean };

/** Opens an incident by hand; it pages like any other. Failures: forbidden, invalid, unavailable. */
export async function declareIncident(context: Context, input: DeclareInput): Promise<Result<Declared>> {
  const refused = refuse(context.actor, 'incident.declare');
  if (refused) return err(refused);
  const service = await findService(context.db, input.serviceId);
  if (!service) {
    const fields = [{ path: 'serviceId', message: 'No such service' }];
    return err(failure('invalid', 'The incident needs a service that exists.', { fields }));
  }
  const rules = await listCustomFields(context.db);
  // In Slack there is one line and no form: whoever declares there fills the fields in later.
  const values = readValues(rules, input.fields ?? {}, { whole: context.origin !== 'slack' });
  if (!values.ok) return err(failure('invalid', 'Some of the fields could not be taken.', { fields: values.errors }));
  const actor = actorRef(context.actor);
  const inbox = serviceInbox(service.id);
  const declared = await inboxPort(context.env, inbox, service.settings.locationHint).declare({
    inbox,
    description: input.description ?? null,
    urgency: input.urgency ?? null,
    priority: input.priority ?? null,
    visibility: input.visibility ?? 'PUBLIC',
    assignee: null,
    by: { actor, origin: context.origin },
    signal: {
      dedupKey: input.dedupKey ?? `declared-${randomText(16, context.random)}`,
      title: input.title,
      severity: null,
      urgency: input.urgency ?? null,
      source: null,
      sourceLink: null,
      labels: {},
      count: 1,
      at: context.now,
    },
  });
  if (!declared.ok) return declared;
  if (!declared.value.joined) {
    const { id } = declared.value;
    const { db } = context;
    await runBatch(db, [...addTags(db, id, [...new Set(input.tags)]), ...changeValues(db, id, values.change)]);
  }
  const detail = await incidentPort(context.env, declared.value.id, service.settings.locationHint).detail();
  return ok({ ...declared.value, number: detail?.number ?? null });
}
