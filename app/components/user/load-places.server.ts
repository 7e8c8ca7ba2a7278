import { everyPage } from '~/lib/every-page';
import type { PlaceOperations } from '~/lib/people';
import { ok, type Result } from '../../../domain/shared/result';
import type { Membership, OnSchedule } from './user-facts';

/** The teams and schedules somebody is part of, and whether they are on call now. */
export async function loadPlaces(
  { team, schedule, oncall }: PlaceOperations,
  userId: string,
): Promise<Result<{ teams: Membership[]; schedules: OnSchedule[] }>> {
  const [teams, schedules, now] = await Promise.all([everyPage(team.list), everyPage(schedule.list), oncall.now({})]);
  if (!teams.ok) return teams;
  if (!schedules.ok) return schedules;
  if (!now.ok) return now;
  const onCall = new Set(
    now.value.data.filter(({ users }) => users.some(({ id }) => id === userId)).map(({ scheduleId }) => scheduleId),
  );
  return ok({
    teams: teams.value.flatMap(({ id, name, leadId, members }): Membership[] => {
      const member = members.find((one) => one.userId === userId);
      if (!member && leadId !== userId) return [];
      const { role, receiveNotifications } = member ?? { role: 'MEMBER' as const, receiveNotifications: false };
      return [{ id, name, role, isLead: leadId === userId, receiveNotifications }];
    }),
    schedules: schedules.value
      .filter(({ id, layers, overrides }) => {
        const named = [...layers.flatMap(({ users }) => users.flat()), ...overrides.map((one) => one.userId)];
        return named.includes(userId) || onCall.has(id);
      })
      .map(({ id, name }) => ({ id, name, isOnCall: onCall.has(id) })),
  });
}
