import type { CoverState, OfferState } from '../../../domain/cover/request';

export const COVER_WORDS: Record<CoverState, string> = {
  OPEN: 'Open',
  TAKEN: 'Taken',
  DECLINED: 'Declined by everybody',
  WITHDRAWN: 'Withdrawn',
  EXPIRED: 'Not taken in time',
};

export const OFFER_WORDS: Record<OfferState, string> = {
  OFFERED: 'has not answered',
  TAKEN: 'took it',
  DECLINED: 'declined',
  CLOSED: 'was not needed',
};

/** What people read where a request for cover could not be taken. */
export const COVER_SAYS: Record<string, string> = {
  start: 'Choose a time within your shift: you have to be on call from the start to the end.',
  end: 'Choose an end that lies after the start and in the future.',
  offeredTo: 'Choose the one person who has agreed.',
  'offeredTo/0': 'Choose another active person of this schedule.',
};

export const coverPath = ({ id }: { id: string }): string => `/covers/${encodeURIComponent(id)}`;

/** The form for a shift, filled in with its times. */
export const askPath = (scheduleId: string, { start, end }: { start: string; end: string }, who?: string): string =>
  `/schedules/${encodeURIComponent(scheduleId)}/cover?${new URLSearchParams({ start, end, ...(who ? { who } : {}) })}`;
