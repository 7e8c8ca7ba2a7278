import { type IncidentEdit, mayChangeUrgency } from '../incident/edit';
import { isMoreUrgent, type Urgency } from '../incident/incident';
import { failure } from '../shared/errors';
import { raiseUrgency } from './alerts';
import { type Change, logAsActor } from './change';
import type { CommandOutcome } from './commands';

/** A raised urgency pages again like one that an alert raises (SEMANTICS 3, 9); a lowered one counts for later pages. */
function changeUrgency(change: Change, to: Urgency): void {
  const from = change.state.urgency;
  if (isMoreUrgent(to, from)) raiseUrgency(change, to, change.actor);
  else {
    logAsActor(change, 'urgency-lowered', { from, to });
    change.state.urgency = to;
  }
}

/** Changes what is asked for and differs; each change is a line of its own, in which nothing long is repeated. */
export function edit(change: Change, to: IncidentEdit): CommandOutcome {
  const { state } = change;
  if (to.urgency && to.urgency !== state.urgency && !mayChangeUrgency(state.status)) {
    const message = 'The urgency of a resolved incident cannot be changed.';
    return { kind: 'refused', failure: failure('conflict', message, { detail: { status: state.status } }) };
  }
  if (to.visibility && to.visibility !== state.visibility) {
    logAsActor(change, 'visibility-changed', { from: state.visibility, to: to.visibility });
    state.visibility = to.visibility;
  }
  if (to.title !== undefined && to.title !== state.title) {
    logAsActor(change, 'title-changed', { from: state.title, to: to.title });
    state.title = to.title;
  }
  if (to.description !== undefined && to.description !== state.description) {
    logAsActor(change, 'description-changed');
    state.description = to.description;
  }
  if (to.priority !== undefined && to.priority !== state.priority) {
    logAsActor(change, 'priority-changed', { from: state.priority, to: to.priority });
    state.priority = to.priority;
  }
  if (to.urgency && to.urgency !== state.urgency) changeUrgency(change, to.urgency);
  return { kind: change.timeline.length > 0 ? 'applied' : 'unchanged' };
}
