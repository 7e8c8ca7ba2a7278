import type { FieldError } from '../shared/errors';
import { err, ok, type Result } from '../shared/result';
import type { Instant } from '../shared/time';
import { startingAt } from './effective-from';
import { keepCurrent } from './keep-current';
import type { Layer, Schedule } from './schedule';

type Layers = Pick<Schedule, 'timezone' | 'layers'>;

/** What somebody wants of a schedule; what is undefined stays. */
export type ScheduleChange = {
  timezone?: string | undefined;
  layers?: Layer[] | undefined;
  keepCurrent: boolean;
  effectiveFrom?: Instant | undefined;
};

const MOST_LAYERS = 50;

/**
 * The zone and layers after a change at `now`. Unless told otherwise, whoever's turn it is at the moment from which the
 * change counts keeps it (`keepCurrent`). The error names the field that cannot be taken.
 */
export function changed(before: Layers, change: ScheduleChange, now: Instant): Result<Layers, FieldError> {
  const { effectiveFrom } = change;
  const wanted: Layers = { timezone: change.timezone ?? before.timezone, layers: change.layers ?? before.layers };
  const since = effectiveFrom ?? now;
  const layers = change.keepCurrent ? keepCurrent(before, wanted, since) : wanted.layers;
  if (effectiveFrom === undefined) return ok({ ...wanted, layers });

  const refused = (message: string) => err({ path: 'effectiveFrom', message });
  if (effectiveFrom < now) return refused('Must not lie in the past; leave it out for a change that counts at once');
  if (!change.layers) return refused('Goes with layers: only they can change at a time');
  if (wanted.timezone !== before.timezone) return refused('The time zone of a schedule can only change at once');
  const all = startingAt(before.layers, layers, effectiveFrom);
  if (all.length > MOST_LAYERS)
    return refused(`Would make more than ${MOST_LAYERS} layers; remove ones that have ended`);
  return ok({ ...wanted, layers: all });
}
