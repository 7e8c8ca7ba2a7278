import type { EscalationStep } from '../../../domain/escalation/policy';
import type { StepHours } from '../../../domain/escalation/working-hours';
import { URGENCIES, type Urgency } from '../../../domain/incident/incident';
import { WEEKDAYS } from '../../../domain/schedule/schedule';

/** When and for what a step pages, as its form has it; `when` empty: at any hour. */
export type LimitsDraft = {
  urgencies: Urgency[];
  takesTurns: boolean;
  when: '' | StepHours['when'];
  timezone: string;
  days: StepHours['days'];
  startTime: string;
  endTime: string;
};

/** The names of the controls; steps count from 0. */
export const limitFields = {
  urgencies: (step: number) => `step-${step}-urgencies`,
  takesTurns: (step: number) => `step-${step}-turns`,
  when: (step: number) => `step-${step}-when`,
  timezone: (step: number) => `step-${step}-zone`,
  days: (step: number) => `step-${step}-days`,
  startTime: (step: number) => `step-${step}-from`,
  endTime: (step: number) => `step-${step}-to`,
};

export const WORKING_DAYS: StepHours['days'] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
export const NO_LIMITS: LimitsDraft = {
  urgencies: [],
  takesTurns: false,
  when: '',
  timezone: '',
  days: WORKING_DAYS,
  startTime: '09:00',
  endTime: '17:00',
};

export const isLimited = ({ urgencies, takesTurns, when }: LimitsDraft): boolean =>
  urgencies.length > 0 || takesTurns || when !== '';

type Limits = Pick<EscalationStep, 'urgencies' | 'hours' | 'roundRobin'>;

export const limitsDraftOf = ({ urgencies, hours, roundRobin }: Limits): LimitsDraft => ({
  ...NO_LIMITS,
  ...(hours ?? {}),
  urgencies: urgencies ?? [],
  takesTurns: roundRobin ?? false,
});

export function readLimits(form: FormData, step: number): LimitsDraft {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const when = text(limitFields.when(step));
  return {
    urgencies: URGENCIES.filter((urgency) => form.getAll(limitFields.urgencies(step)).includes(urgency)),
    takesTurns: form.has(limitFields.takesTurns(step)),
    when: when === 'inside' || when === 'outside' ? when : '',
    timezone: text(limitFields.timezone(step)),
    days: WEEKDAYS.filter((day) => form.getAll(limitFields.days(step)).includes(day)),
    startTime: text(limitFields.startTime(step)),
    endTime: text(limitFields.endTime(step)),
  };
}

/** As the operation's schema takes it. */
export function limitsInputOf(draft: LimitsDraft): Required<Limits> {
  const { urgencies, takesTurns, when, timezone, days, startTime, endTime } = draft;
  return {
    urgencies: urgencies.length > 0 ? urgencies : null,
    roundRobin: takesTurns,
    hours: when === '' ? null : { when, timezone, days, startTime, endTime },
  };
}
