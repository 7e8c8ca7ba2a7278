import type { Lead } from '../schedule/notices';
import type { Span } from '../schedule/span';
import type { Instant } from '../shared/time';

type AboutShifts = {
  /** The schedule's name. */
  schedule: string;
  /** On whose clock the receiver reads times. */
  timezone: string;
  /** When it is written: times near it are told by their weekday. */
  at: Instant;
  url: string;
};

/** What messages about shifts say. */
export type ShiftContent = AboutShifts &
  (
    | { kind: 'shift-notice'; lead: Lead; shift: Span; isLate: boolean }
    | { kind: 'shifts-changed'; gains: Span[]; loses: Span[] }
    /** `inReturn`: the receiver's shift that is taken in exchange. */
    | { kind: 'cover-asked'; askedBy: string; shift: Span; inReturn: Span | null; isReminder: boolean }
    /** To who asked: nobody has said yes yet. */
    | { kind: 'cover-waiting'; shift: Span }
    /** `role`: whether the receiver gave the shift away or took it; `other` is the other one's name. */
    | { kind: 'cover-taken'; role: 'gave' | 'took'; other: string; shift: Span; inReturn: Span | null }
    | { kind: 'cover-ended'; why: 'declined' | 'expired'; shift: Span }
  );
