import type { Urgency } from '../incident/incident';
import type { Channel } from '../notification/channels';
import type { StepHours } from './working-hours';

export const TARGET_KINDS = ['USER', 'TEAM', 'SCHEDULE'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** Whom a step pages. `leadOnly` only says something for a TEAM. */
export type Target = { kind: TargetKind; id: string; leadOnly?: boolean };

/**
 * One step: wait `delaySeconds`, then page all targets, on `channels` only when that is set. The optional fields are
 * absent in incidents that an earlier release has opened.
 */
export type EscalationStep = {
  id: string;
  delaySeconds: number;
  targets: Target[];
  channels: Channel[] | null;
  /** The lanes it belongs to; null: every urgency. */
  urgencies?: Urgency[] | null;
  /** Only inside or only outside these hours; null: always. */
  hours?: StepHours | null;
  /** One of its people a cycle, taking turns by incident, instead of all of them (SEMANTICS 26). */
  roundRobin?: boolean;
};

/** What follows the last cycle: nothing more, the same again until somebody answers, or the last resort. */
export const END_ACTIONS = ['stop', 'repeat', 'last-resort'] as const;
export type EndAction = (typeof END_ACTIONS)[number];

/** `repeat` counts extra cycles after the first; `repeatAfterSeconds` is waited before each of them (SEMANTICS 1). */
export type EscalationPolicy = {
  id: string;
  name: string;
  steps: EscalationStep[];
  repeat: number;
  repeatAfterSeconds: number;
  /** Absent in incidents that an earlier release has opened: stop. */
  endAction?: EndAction;
  /** The policy's own last resort; empty: the organisation's. */
  lastResort: Target[];
};
