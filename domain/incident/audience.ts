import type { ActorRef } from '../access/actor';
import type { PagingPlan } from '../plan/plan';
import type { IncidentState } from './state';
import type { IncidentDetail } from './view';

/**
 * Whether an incident's own object knows somebody to be involved (SEMANTICS 17): as assignee, creator, somebody asked or
 * paged, or through a team that its plan holds. Watchers and other teams are known to D1 alone.
 */
function knowsInvolved(state: IncidentState, plan: PagingPlan, id: string): boolean {
  const { assignee, createdBy, responders = [], paged, notifications } = state;
  const teams = [plan.service.teamId, assignee?.kind === 'TEAM' ? assignee.id : null];
  return (
    createdBy === id ||
    (assignee?.kind === 'USER' && assignee.id === id) ||
    id in paged ||
    responders.some(({ userId }) => userId === id) ||
    Object.values(notifications).some(({ userId }) => userId === id) ||
    teams.some((teamId) => {
      const team = plan.teams[teamId ?? ''];
      return team !== undefined && (team.leadId === id || team.members.some(({ userId }) => userId === id));
    })
  );
}

/** What its page holds says the same of most people, and needs no database. */
export function isNamedIn({ assignee, responders, notifications, timeline }: IncidentDetail, id: string): boolean {
  return (
    (assignee?.kind === 'USER' && assignee.id === id) ||
    responders.some(({ userId }) => userId === id) ||
    notifications.some(({ userId }) => userId === id) ||
    timeline.some(({ kind, actor }) => kind === 'opened' && actor.id === id)
  );
}

/** Whether a private incident's own object does not know this actor: what tools and the system do is always its business. */
export function isHiddenFrom({ kind, id = '' }: ActorRef, state: IncidentState, plan: PagingPlan): boolean {
  const mustBeInvolved = kind === 'user' || kind === 'api-key';
  return state.visibility === 'PRIVATE' && mustBeInvolved && !knowsInvolved(state, plan, id);
}
