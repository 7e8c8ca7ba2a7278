import type { Urgency } from '../incident/incident';

/** Why a page goes to this person; the words for it are in the person's language. */
export type Why =
  /** `step` counts from 1; `target` is the person, team or schedule that the step names. */
  | { kind: 'step'; step: number; policy: string; target: string; takesTurns: boolean }
  | { kind: 'last-resort' }
  | { kind: 'asked-to-help'; by: string; message: string | null }
  | { kind: 'assigned' }
  | { kind: 'acknowledgement-lapsed' }
  | { kind: 'urgency-raised'; urgency: Urgency }
  /** Told that it is over. */
  | { kind: 'was-paged' };
