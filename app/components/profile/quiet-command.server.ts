import { textOf } from '~/lib/form';
import { parsed } from '~/lib/parse.server';
import type { PreferenceOperations } from '~/lib/people';
import { preferencesInput } from '../../../domain/notification/preferences';
import { failure } from '../../../domain/shared/errors';
import { err, type Result } from '../../../domain/shared/result';
import { HOUR, type Instant, toIso } from '../../../domain/shared/time';

/** What a button of the page asks to be changed; null: the button is not known. */
function changeOf(form: FormData, mutes: { serviceId: string; until: Instant }[], now: Instant): object | null {
  const others = () =>
    mutes
      .filter(({ serviceId }) => serviceId !== textOf(form, 'serviceId'))
      .map(({ serviceId, until }) => ({ serviceId, until: toIso(until) }));
  switch (textOf(form, 'verb')) {
    case 'quiet': {
      const days = form.getAll('days');
      return { quietHours: { startTime: textOf(form, 'startTime'), endTime: textOf(form, 'endTime'), days } };
    }
    case 'end-quiet':
      return { quietHours: null };
    case 'digest':
      switch (textOf(form, 'every')) {
        case 'hour':
          return { lowDigest: { every: 'hour' } };
        case 'day':
          return { lowDigest: { every: 'day', at: textOf(form, 'at') } };
        default:
          return { lowDigest: null };
      }
    case 'mute': {
      const hours = Number(textOf(form, 'hours'));
      const until = Number.isInteger(hours) && hours > 0 && hours <= 2160 ? toIso(now + hours * HOUR) : '';
      return { mutes: [...others(), { serviceId: textOf(form, 'serviceId'), until }] };
    }
    case 'unmute':
      return { mutes: others() };
    default:
      return null;
  }
}

/** Runs what a button of "Quiet hours" asks for. */
export async function runQuietCommand(
  preference: PreferenceOperations,
  userId: string,
  form: FormData,
  now: Instant,
): Promise<Result<unknown>> {
  const known = await preference.get({ id: userId });
  if (!known.ok) return known;
  const change = changeOf(form, known.value.mutes, now);
  if (!change) return err(failure('invalid', 'This button is not known.'));
  return fieldsOfForm(await parsed(preferencesInput, change, (input) => preference.update({ ...input, id: userId })));
}

/** A form's fields go by their own names: the last part of the path. */
function fieldsOfForm<T>(result: Result<T>): Result<T> {
  if (result.ok || !result.error.fields) return result;
  const fields = result.error.fields.map(({ path, message }) => ({ path: path.split('/').at(-1) ?? path, message }));
  return err({ ...result.error, fields });
}
