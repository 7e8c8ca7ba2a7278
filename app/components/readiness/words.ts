import type { Clock } from '~/lib/clock';
import { countOf, momentNear } from '~/lib/time';
import type { ReadinessProblem, ReadinessSubject } from '../../../domain/plan/readiness';
import { CHANNEL_WORDS } from '../escalation-policy/sentences';

/** What is wrong, as a sentence whose subject is named before it. */
export function problemWords(problem: ReadinessProblem, clock: Clock): string {
  switch (problem.kind) {
    case 'no-policy':
      return 'has no escalation policy: its alerts page nobody';
    case 'reaches-nobody':
      return 'reaches nobody now: an alert goes straight to the last resort';
    case 'last-step-empty':
      return 'does not end with a human: its last step reaches nobody now';
    case 'last-resort-empty':
      return 'has a last resort that reaches nobody';
    case 'no-last-resort':
      return 'has no last resort: when all else fails, every administrator is paged';
    case 'step-empty':
      return `reaches nobody in step ${problem.step}: ${problem.reason}`;
    case 'lane-empty':
      return `has no step for ${problem.urgency.toLowerCase()} urgency: such alerts go straight to the last resort`;
    case 'schedule-gap': {
      const others = problem.count - 1;
      const more = others > 0 ? `, and ${countOf(others, clock.locale, 'more gap', 'more gaps')} in 30 days` : '';
      const [from, to] = [momentNear(problem.start, clock.now, clock), momentNear(problem.end, clock.now, clock)];
      return `has nobody on call from ${from} to ${to}${more}`;
    }
    case 'person-inactive':
      return 'is named, but not active: their turns are gaps';
    case 'person-unreachable':
      return 'has no usable contact method';
    case 'person-only-push':
      return 'can be reached by push only, which cannot break through a silent phone';
    case 'person-one-method':
      return `can be reached by ${CHANNEL_WORDS[problem.channel as keyof typeof CHANNEL_WORDS] ?? problem.channel} only`;
  }
}

const PATHS: Record<ReadinessSubject['kind'], string> = {
  SERVICE: '/services/',
  POLICY: '/escalation-policies/',
  SCHEDULE: '/schedules/',
  USER: '/users/',
  ORGANISATION: '/settings',
};

/** Where it is mended. */
export const subjectPath = ({ kind, id }: ReadinessSubject): string =>
  kind === 'ORGANISATION' ? PATHS.ORGANISATION : PATHS[kind] + encodeURIComponent(id);
