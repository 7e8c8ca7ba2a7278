import { changedFields } from '~/lib/changed';
import { textOf } from '~/lib/form';
import type { Service, ServiceOperations } from '~/lib/paging';
import { PRIORITIES, URGENCIES } from '../../../domain/incident/incident';
import { createServiceInput } from '../../../domain/service/input';
import type { Failure } from '../../../domain/shared/errors';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import { fieldOfPath, INTAKE_NUMBERS, messageFor, serviceInputOf } from './values';
import { CHANGEABLE, servicePath } from './words';

/** Stores a new service from its form; answers the page to go to. */
export async function createFrom(service: ServiceOperations, form: FormData): Promise<Result<string>> {
  const input = inputOf(form);
  const made = input.ok ? await service.create(input.value) : input;
  return made.ok ? ok(`${servicePath(made.value.id)}?done=create`) : err(inWords(made.error));
}

/** Stores a changed service from its form; answers the page to go to, with what has changed. */
export async function updateFrom(service: ServiceOperations, id: string, form: FormData): Promise<Result<string>> {
  const before = await service.get({ id });
  if (!before.ok) return before;
  const input = inputOf(form);
  const saved = input.ok ? await service.update({ id, ...input.value }) : input;
  if (!saved.ok) return err(inWords(saved.error));
  const changed = changedFields(told(before.value), told(saved.value), CHANGEABLE);
  return ok(`${servicePath(id)}?done=update&changed=${encodeURIComponent(changed)}`);
}

/** A service in the parts that people tell apart. */
const told = ({ settings, ...service }: Service) => ({
  ...service,
  defaultUrgency: settings.defaultUrgency,
  locationHint: settings.locationHint ?? null,
  reopenWindowMinutes: settings.reopenWindowMinutes ?? null,
  threadKinds: settings.threadKinds ?? null,
  intake: [settings.groupingLabels, INTAKE_NUMBERS.map((name) => settings[name] ?? null)],
  slaClock: [settings.slaWarningPercent, settings.slaPausesInMaintenance, settings.slaPausesWhileSnoozed],
  timeouts: URGENCIES.map((urgency) => settings.acknowledgementTimeoutSeconds[urgency]),
  targets: PRIORITIES.map((priority) => [
    settings.sla[priority].acknowledgeMinutes,
    settings.sla[priority].resolveMinutes,
  ]),
});

function inputOf(form: FormData) {
  const parsed = createServiceInput.safeParse(serviceInputOf((name) => textOf(form, name)));
  if (parsed.success) return ok(parsed.data);
  const fields = parsed.error.issues.map(({ path, message }) => ({ path: path.join('/'), message }));
  return err(failure('invalid', 'Some of this could not be taken.', { fields }));
}

/** The failure in the form's own field names and in words for people. */
function inWords(error: Failure): Failure {
  if (!error.fields) return error;
  const fields = error.fields.map(({ path, message }) => {
    const field = fieldOfPath(path);
    return { path: field, message: messageFor(field) ?? message };
  });
  return { ...error, fields };
}
