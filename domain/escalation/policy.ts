import type { Channel } from '../notification/channels';

export const TARGET_KINDS = ['USER', 'TEAM', 'SCHEDULE'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** Whom a step pages. `leadOnly` only says something for a TEAM. */
export type Target = { kind: TargetKind; id: string; leadOnly?: boolean };

/** One step: wait `delaySeconds`, then page all targets, on `channels` only when that is set. */
export type EscalationStep = {
  id: string;
  delaySeconds: number;
  targets: Target[];
  channels: Channel[] | null;
};

/** `repeat` counts extra cycles after the first; `repeatAfterSeconds` is waited before each of them (SEMANTICS 1). */
export type EscalationPolicy = {
  id: string;
  name: string;
  steps: EscalationStep[];
  repeat: number;
  repeatAfterSeconds: number;
  /** The policy's own last resort; empty: the organisation's. */
  lastResort: Target[];
};
