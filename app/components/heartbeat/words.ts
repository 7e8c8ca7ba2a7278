import type { Heartbeat } from '~/lib/heartbeats';
import { duration } from '~/lib/time';
import type { GlyphName } from '~/ui/glyph';
import type { HeartbeatState } from '../../../domain/heartbeat/heartbeat';
import { SECOND } from '../../../domain/shared/time';

export const HEARTBEATS_PATH = '/heartbeats';
export const heartbeatPath = ({ id }: { id: string }): string => `${HEARTBEATS_PATH}/${encodeURIComponent(id)}`;

export const WHO_MAY = 'Heartbeats are set up by administrators. Ask one.';

type Shown = { word: string; glyph: GlyphName; tone: 'bad' | 'good' | 'quiet' };

const STATES: Record<HeartbeatState, Shown> = {
  new: { word: 'No ping yet', glyph: 'unknown', tone: 'quiet' },
  up: { word: 'Heard in time', glyph: 'check', tone: 'good' },
  late: { word: 'Due', glyph: 'later', tone: 'quiet' },
  down: { word: 'Missed', glyph: 'open', tone: 'bad' },
  paused: { word: 'Paused', glyph: 'snoozed', tone: 'quiet' },
};

const UNTOLD: Shown = { word: 'Not known at the moment', glyph: 'unknown', tone: 'quiet' };

export const stateShown = (state: HeartbeatState | null): Shown => (state === null ? UNTOLD : STATES[state]);

type Times = Pick<Heartbeat, 'periodSeconds' | 'cron' | 'timezone' | 'graceSeconds'>;

/** "every 10 min", or the five fields of cron with their zone. */
export const timesText = ({ periodSeconds, cron, timezone }: Times, locale: string): string =>
  cron === null ? `every ${duration((periodSeconds ?? 0) * SECOND, locale)}` : `${cron}, ${timezone}`;

export const graceText = ({ graceSeconds }: Times, locale: string): string =>
  graceSeconds === 0 ? 'none' : duration(graceSeconds * SECOND, locale);

/** What people read where the schema's words are meant for programs. */
export const HEARTBEAT_SAYS: Record<string, string> = {
  name: 'Give the heartbeat a name of at most 200 characters.',
  serviceId: 'Choose the service whose policy is paged.',
  periodSeconds: 'Give a period, or times as cron.',
  graceMinutes: 'Give a number of minutes, or 0.',
  periodMinutes: 'Give a period of more than nothing and at most a year.',
};
