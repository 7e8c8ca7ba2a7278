import { fields } from './draft';
import { limitFields } from './draft-limits';

/** Which field of the form a path of the input belongs to: `steps/1/targets/0/id` is `step-1-target-0`. */
export function fieldOfPath(path: string): string {
  const [group = '', place = '0', part, target = '0'] = path.split('/');
  const step = Number(place);
  if (group === 'lastResort') return fields.lastResort(step);
  if (group === 'repeatAfterSeconds' || group === 'repeatAfterMinutes') return 'repeatAfter';
  if (group !== 'steps' || !path.includes('/')) return group;
  if (part === 'targets') return fields.target(step, Number(target));
  if (part === 'hours') return limitFields.when(step);
  return part === 'channels' ? fields.channels(step) : fields.delay(step);
}

/** What people read where the schema's words are meant for programs; by the path of the input. */
export function messageFor(path: string): string | undefined {
  const [group, place, part] = path.split('/');
  const step = `Step ${Number(place) + 1}`;
  if (group === 'name') return 'Give the policy a name of at most 200 characters, on one line.';
  if (group === 'repeat') return 'Give a whole number of repeats, from 0 to 100.';
  if (group === 'repeatAfterSeconds') return 'Give the pause in minutes, from 0 to 10,080 (7 days).';
  if (group === 'lastResort') return 'The last resort names somebody who no longer exists. Choose another.';
  if (group === 'steps' && part === 'targets') return `${step} names somebody who no longer exists. Choose another.`;
  if (group === 'steps' && part === 'hours')
    return `${step}: choose at least one day, both times, and a time zone such as Europe/Berlin.`;
  if (group === 'steps' && part === 'delaySeconds') return `${step}: give a delay from 0 to 7 days; seconds are whole.`;
  return undefined;
}

const ORDER = ['name', 'step', 'repeat', 'last'];

/** Where a field stands in the form, so that its errors are told from top to bottom. */
export const placeOf = (field: string): number => ORDER.findIndex((part) => field.startsWith(part));
