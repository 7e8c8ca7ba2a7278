import { findContactMethod } from '../../../db/repositories/contact-methods';
import { within } from '../../access/within';
import type { Context } from '../../context';
import type { Respondent } from '../../durable/ports';

const PATIENCE_MS = 1_000;

/** The page went to this number; D1 says whether it still is a verified one of theirs, where it answers in time. */
export async function isStillTheirs({ db }: Context, respondent: Respondent, number: string): Promise<boolean> {
  if (respondent.to !== number) return false;
  const found = await within(PATIENCE_MS, () => findContactMethod(db, respondent.methodId));
  if (!found.answered) return true;
  return found.value !== null && found.value.value === number && found.value.verifiedAt !== null;
}
