import type { Route } from '../../../domain/ingest/routing/route';
import type { AcceptedEvent, DecidedEvent, InboundCall } from '../ports';
import type { EventTrace } from './journal';

/** A call that was read and routed, on its way into the next write. */
export type Waiting = {
  call: InboundCall;
  body: string;
  routes: Route[];
  trace: EventTrace;
  /** Remembered with the event, so that the same signed call is refused from then on. */
  replayKey: string | null;
  answer: (events: AcceptedEvent[]) => void;
  /** It could not be stored. */
  fail: (error: unknown) => void;
};

export const SYSTEM = { kind: 'system' as const, name: 'OpsKnight' };
export const OWN_TRACE: EventTrace = { key: 'sent by OpsKnight itself', signature: 'not asked for' };

/** What the sender is told: why it went where it went is for the trace only. */
export const told = ({ routing: _routing, decision: _decision, ...event }: DecidedEvent): AcceptedEvent => event;
