import { peopleOfMember, slackOf } from '../../../db/repositories/slack';
import type { Actor } from '../../../domain/access/actor';
import { withoutConfiguration } from '../../../domain/access/offline';
import type { SlackCaller } from '../../../domain/slack/inbound';
import { DATABASE_PATIENCE_MS } from '../../access/authentication';
import { within } from '../../access/within';
import type { Context } from '../../context';
import { incidentPort } from '../../durable/stubs';

/** Who somebody in Slack is here. `unavailable`: D1 is away, and the incident's plan does not know them. */
export type CallerVerdict =
  | { kind: 'person'; actor: Extract<Actor, { kind: 'user' }> }
  | { kind: 'unlinked' }
  | { kind: 'disabled' }
  | { kind: 'other-workspace' }
  | { kind: 'unavailable' };

/**
 * The person a Slack account belongs to: exactly one who has proved it. While D1 does not answer, the copy of the plan
 * of the incident in question says it, and such a person may do no more than answer incidents (SEMANTICS 25).
 */
export async function callerOf(
  { db, env }: Context,
  { memberId, teamId }: SlackCaller,
  incidentId: string | null,
): Promise<CallerVerdict> {
  const found = await within(DATABASE_PATIENCE_MS, () => Promise.all([slackOf(db), peopleOfMember(db, memberId)]));
  if (!found.answered)
    return incidentId === null ? { kind: 'unavailable' } : callerByPlan(env, incidentId, memberId, teamId);
  const [{ workspace }, people] = found.value;
  if (workspace && teamId !== workspace.teamId) return { kind: 'other-workspace' };
  const [person, other] = people;
  // An account that two people claim speaks for neither of them.
  if (!person || other) return { kind: 'unlinked' };
  if (person.status !== 'ACTIVE') return { kind: 'disabled' };
  const { id, name, role } = person;
  return { kind: 'person', actor: { kind: 'user', id, name, role } };
}

async function callerByPlan(
  env: Context['env'],
  incidentId: string,
  memberId: string,
  teamId: string | null,
): Promise<CallerVerdict> {
  const person = await incidentPort(env, incidentId).personOfMember(memberId, teamId);
  if (!person?.role) return { kind: 'unavailable' };
  const { id, name, role } = person;
  const actor = withoutConfiguration({ kind: 'user', id, name, role });
  return actor.kind === 'user' ? { kind: 'person', actor } : { kind: 'unavailable' };
}
