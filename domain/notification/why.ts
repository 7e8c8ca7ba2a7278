import type { Urgency } from '../incident/incident';
import type { SlaTarget } from '../incident/sla';

/** Why a page goes to this person; the words for it are in the person's language. */
export type Why =
  /** `step` counts from 1; `target` is the person, team or schedule that the step names. */
  | { kind: 'step'; step: number; policy: string; target: string; takesTurns: boolean }
  | { kind: 'last-resort' }
  | { kind: 'asked-to-help'; by: string; message: string | null }
  | { kind: 'assigned' }
  | { kind: 'acknowledgement-lapsed' }
  | { kind: 'urgency-raised'; urgency: Urgency }
  /** Told of a target of so many minutes: most of the time is gone, or all of it. */
  | { kind: 'sla-warning' | 'sla-breached'; target: SlaTarget; minutes: number }
  /** Told that it is over. */
  | { kind: 'was-paged' };
