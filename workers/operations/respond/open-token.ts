import { findUser } from '../../../db/repositories/users';
import type { ActionToken } from '../../../domain/respond/action-token';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import { readActionToken } from '../../access/action-token';
import { within } from '../../access/within';
import type { Context } from '../../context';
import type { Respondent } from '../../durable/ports';
import { incidentPort } from '../../durable/stubs';
import { noSuchIncident } from '../incident/find';

/** How long D1 may take to say whether somebody is still active, before the incident's own copy decides. */
const PATIENCE_MS = 1_000;

export type OpenedToken = { token: ActionToken & { incidentId: string }; respondent: Respondent };

/**
 * Whose answer a token is and to what. Good tokens are ours, not expired, and of somebody who was paged by this incident
 * and is ACTIVE: as D1 says, or as the incident's copy of the plan says while D1 is away (SEMANTICS 25).
 * Failures: not-found (forged; expired: `detail.reason`; the incident is gone), forbidden (not active any more).
 */
export async function openToken(context: Context, text: string): Promise<Result<OpenedToken>> {
  const read = await readActionToken(context.config, text, context.now);
  if (!read.valid) return err(read.reason === 'expired' ? ENDED : FORGED);
  const { incidentId, notificationId } = read.token;
  if (incidentId === null) return err(FORGED);
  const respondent = await findRespondent(context, incidentId, notificationId);
  return respondent.ok ? ok({ token: { ...read.token, incidentId }, respondent: respondent.value }) : respondent;
}

/** Who was paged by this notification and may still answer it. Failures: not-found, forbidden (not active any more). */
export async function findRespondent(
  context: Context,
  incidentId: string,
  notificationId: string,
): Promise<Result<Respondent>> {
  const respondent = await incidentPort(context.env, incidentId).respondent(notificationId);
  if (!respondent) return err(noSuchIncident);
  return (await isActive(context, respondent)) ? ok(respondent) : err(LEFT);
}

async function isActive({ db }: Context, { userId, status }: Respondent): Promise<boolean> {
  const found = await within(PATIENCE_MS, () => findUser(db, userId));
  if (found.answered) return found.value?.status === 'ACTIVE';
  // A copy that does not know them was made after they had left the policy, which says nothing against them.
  return status === null || status === 'ACTIVE';
}

const FORGED = failure('not-found', 'This link is not one of ours, or a part of it was lost on its way.', {
  detail: { reason: 'forged' },
});
const ENDED = failure('not-found', 'This link has ended: it worked for 24 hours.', { detail: { reason: 'expired' } });
const LEFT = failure('forbidden', 'Whoever was paged by this message is not active here any more.');
