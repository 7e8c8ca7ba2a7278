import { listOf } from '~/lib/time';
import type { EscalationStep } from '../../../domain/escalation/policy';
import type { StepHours } from '../../../domain/escalation/working-hours';
import type { Urgency } from '../../../domain/incident/incident';

export const URGENCY_WORDS: Record<Urgency, string> = { HIGH: 'High', MEDIUM: 'Medium', LOW: 'Low' };
export const WEEKDAY_WORDS: Record<StepHours['days'][number], string> = {
  sunday: 'Sun',
  monday: 'Mon',
  tuesday: 'Tue',
  wednesday: 'Wed',
  thursday: 'Thu',
  friday: 'Fri',
  saturday: 'Sat',
};

const hoursWords = ({ when, days, startTime, endTime, timezone }: StepHours, locale: string): string =>
  `${when} ${startTime}–${endTime} (${timezone}) on ${listOf(
    days.map((day) => WEEKDAY_WORDS[day]),
    locale,
  )}`;

/** `only high urgency; taking turns`: what a step is limited to; null where it is not. */
export function limitWords(
  { urgencies, hours, roundRobin }: Pick<EscalationStep, 'urgencies' | 'hours' | 'roundRobin'>,
  locale: string,
): string | null {
  const words = [
    urgencies
      ? `only ${listOf(
          urgencies.map((urgency) => urgency.toLowerCase()),
          locale,
        )} urgency`
      : null,
    hours ? `only ${hoursWords(hours, locale)}` : null,
    roundRobin ? 'one of them, taking turns' : null,
  ].filter(Boolean);
  return words.length > 0 ? words.join('; ') : null;
}
