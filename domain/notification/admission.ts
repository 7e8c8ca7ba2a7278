import type { Instant } from '../shared/time';
import type { BundledIncident } from './bundle';

/** What the receiver's own object says of a page that wants to go out now (SEMANTICS 26). */
export type Admission =
  /** `bundle`: it tells of all of these, its own incident among them. */
  | { kind: 'send'; bundle?: BundledIncident[] }
  | { kind: 'held-back'; reason: string }
  /** It waits until then and brings what gathers meanwhile. */
  | { kind: 'gather'; until: Instant }
  /** Another page brings it then. */
  | { kind: 'folded'; until: Instant };
