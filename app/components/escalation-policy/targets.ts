import type { Target } from '../../../domain/escalation/policy';

/** What policies page, by name. */
export type TargetNames = {
  users: { id: string; name: string; isActive: boolean }[];
  teams: { id: string; name: string }[];
  schedules: { id: string; name: string }[];
};

/** What a policy may page, to choose from, and the zones for a step's hours. */
export type TargetChoices = TargetNames & { zones: string[] };

/** A target by its name: `Ana Ribeiro`, `team Payments`, `lead of Payments`, `schedule Payments weekly`. */
export function targetName({ kind, id, leadOnly }: Target, { users, teams, schedules }: TargetNames): string {
  const nameIn = (list: readonly { id: string; name: string }[]) => list.find((one) => one.id === id)?.name;
  switch (kind) {
    case 'USER':
      return nameIn(users) ?? 'a deleted person';
    case 'TEAM': {
      const team = nameIn(teams);
      if (!team) return 'a deleted team';
      return leadOnly ? `lead of ${team}` : `team ${team}`;
    }
    case 'SCHEDULE': {
      const schedule = nameIn(schedules);
      return schedule ? `schedule ${schedule}` : 'a deleted schedule';
    }
  }
}

/** Where a target is looked at. */
export function targetPath({ kind, id }: Target): string {
  return `/${kind === 'USER' ? 'users' : kind === 'TEAM' ? 'teams' : 'schedules'}/${encodeURIComponent(id)}`;
}
