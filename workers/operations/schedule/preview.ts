import { refuse } from '../../../domain/access/permissions';
import type { PreviewInput } from '../../../domain/schedule/preview';
import { answersBetween } from '../../../domain/schedule/resolve';
import { instantOf, type Schedule } from '../../../domain/schedule/schedule';
import { shifts } from '../../../domain/schedule/shifts';
import { err, ok, type Result } from '../../../domain/shared/result';
import { type Instant, toIso } from '../../../domain/shared/time';
import type { Context } from '../../context';

export type SchedulePreview = {
  /** One per asked instant, in that order. */
  queries: { at: string; users: string[] }[];
  shifts: { user: string; start: string; end: string }[];
};

/** Who would be on call by a schedule that need not be stored; its users may be any words. Failures: forbidden. */
export async function previewSchedule(
  { actor }: Context,
  { schedule, at, from, to }: PreviewInput,
): Promise<Result<SchedulePreview>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  return ok({
    queries: at.map((text) => ({ at: text, users: peopleAt(schedule, instantOf(text)) })),
    shifts:
      from === undefined || to === undefined
        ? []
        : shifts(schedule, from, to).map(({ user, start, end }) => ({ user, start: toIso(start), end: toIso(end) })),
  });
}

/** Without looking for the next change, which would cost a thousand times as much. */
const peopleAt = (schedule: Schedule, at: Instant): string[] => [
  ...(answersBetween(schedule, at, at + 1)[0]?.users ?? []),
];
