import type { Failure } from '../../../domain/shared/errors';
import type { StatusAnnouncement } from '../../../domain/status-page/page';
import { invalidField } from '../config/failures';

/** Null for an announcement whose end comes after its start. */
export const endProblem = ({ startsAt, endsAt }: Pick<StatusAnnouncement, 'startsAt' | 'endsAt'>): Failure | null =>
  endsAt !== null && endsAt <= startsAt ? invalidField('endsAt', 'Must be later than the start') : null;
