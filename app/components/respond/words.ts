import type { Look } from '~/lib/people';
import type { GlyphName } from '~/ui/glyph';
import { statusWord } from '~/ui/state-badge';
import type { IncidentStatus } from '../../../domain/incident/incident';

type Words = { button: string; effect: string; over: (status: IncidentStatus) => string };

const WORDS: Record<Look['action'], Words> = {
  acknowledge: {
    button: 'Acknowledge',
    effect: 'Paging stops and the incident is yours.',
    over: (status) =>
      status === 'ACKNOWLEDGED'
        ? 'It is acknowledged already: nobody is paged.'
        : `It is ${statusWord(status).toLowerCase()}, so there is nothing to acknowledge.`,
  },
  escalate: {
    button: 'Escalate',
    effect: 'The next step of the policy is paged now.',
    over: (status) => `It is ${statusWord(status).toLowerCase()}, so it cannot be escalated.`,
  },
  resolve: {
    button: 'Resolve',
    effect: 'Everything stops, and everyone who was paged is told.',
    over: (status) => `It is ${statusWord(status).toLowerCase()} already.`,
  },
};

export const answerWords = (action: Look['action']): Words => WORDS[action];

/** What the press came to, told from how the incident is now; null where it came to something else. */
export function doneWords({ action, incident, bundle }: Look): { glyph: GlyphName; text: string } | null {
  const { status, assignee, escalation } = incident;
  if (bundle) {
    const left = bundle.filter((one) => one.status === 'OPEN' || one.status === 'ESCALATED').length;
    return left > 0
      ? null
      : { glyph: 'acknowledged', text: `All ${bundle.length} are answered. Nobody else is paged for them.` };
  }
  if (action === 'acknowledge' && status === 'ACKNOWLEDGED') {
    const who = assignee ? ` ${assignee.name} has it.` : '';
    return { glyph: 'acknowledged', text: `Acknowledged. Nobody else is paged.${who}` };
  }
  if (action === 'escalate' && status === 'ESCALATED') {
    return { glyph: 'escalated', text: `Escalated. Step ${escalation.step} is being paged.` };
  }
  return action === 'resolve' && status === 'RESOLVED' ? { glyph: 'resolved', text: 'Resolved.' } : null;
}
