import { schedulePath } from '~/components/schedule/words';
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
  'inReturn/start': 'Choose a shift that the other still has, and that does not overlap yours.',
  'inReturn/end': 'Choose a shift that is not over.',
};

export const coverPath = ({ id }: { id: string }): string => `/covers/${encodeURIComponent(id)}`;

type Times = { start: string; end: string };
const giveAway = (page: string, scheduleId: string, { start, end }: Times, who: string | undefined): string =>
  `${schedulePath(scheduleId)}/${page}?${new URLSearchParams({ start, end, ...(who ? { who } : {}) })}`;

/** The form that asks for cover of a shift, filled in with its times (ISO 8601). */
export const askPath = (scheduleId: string, times: Times, who?: string): string =>
  giveAway('cover', scheduleId, times, who);

/** The form that proposes to exchange a shift, filled in with its times (ISO 8601). */
export const exchangePath = (scheduleId: string, times: Times, who?: string): string =>
  giveAway('exchange', scheduleId, times, who);
