import { choicesOrNone } from '~/lib/choices';
import { everyPage } from '~/lib/every-page';
import { operationsOf } from '~/lib/operations';
import type { DraftPolicy, Policy, PolicyPreview } from '~/lib/paging';
import type { AppLoadContext } from '~/lib/rr';
import type { TargetChoices, TargetNames } from './targets';

/** Everything a policy may page. Who may not see a list has none of it to choose from. */
export async function targetChoices(context: AppLoadContext): Promise<TargetChoices> {
  const { user, team, schedule } = operationsOf(context);
  const [users, teams, schedules] = await Promise.all([
    everyPage(user.list),
    choicesOrNone(team.list),
    choicesOrNone(schedule.list),
  ]);
  const people = users.ok ? users.value : [];
  return {
    users: people.map(({ id, name, status }) => ({ id, name, isActive: status === 'ACTIVE' })),
    teams,
    schedules,
    zones: Intl.supportedValuesOf('timeZone'),
  };
}

/** The names of what these policies page, and of nothing else. */
export async function targetsNamed(context: AppLoadContext, policies: readonly Policy[]): Promise<TargetNames> {
  const targets = policies.flatMap(({ steps }) => steps.flatMap((step) => step.targets));
  const named = async (kind: 'USER' | 'TEAM' | 'SCHEDULE') => {
    const ids = targets.filter((target) => target.kind === kind).map(({ id }) => id);
    const found = await operationsOf(context).name.of({ kind, ids });
    return found.ok ? found.value : [];
  };
  const [users, teams, schedules] = await Promise.all([named('USER'), named('TEAM'), named('SCHEDULE')]);
  return { users: users.map((one) => ({ ...one, isActive: true })), teams, schedules };
}

/** Whom it would page now; null where that cannot be said, which must never stand in the way of editing it. */
export async function previewOrNone(context: AppLoadContext, policy: DraftPolicy): Promise<PolicyPreview | null> {
  const preview = await operationsOf(context).escalationPolicy.preview({ policy });
  return preview.ok ? preview.value : null;
}
