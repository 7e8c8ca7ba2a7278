import * as z from 'zod';
import { type Instant, isTimeZone, parseInstant } from '../shared/time';
import { parseWallClock } from '../shared/zone';

/** Sunday first, as the day number modulo 7 has it. */
export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export const ROTATION_UNITS = ['hour', 'day', 'week', 'month'] as const;

const instant = z
  .string()
  .refine((text) => parseInstant(text) !== null, 'must be an instant such as 2024-05-01T09:00:00Z');
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 09:00');
const weekday = z.enum(WEEKDAYS);
const user = z.string().min(1).max(200);

/** `anchor` is a wall clock in the schedule's zone at which turn 0 begins; `handoff` repeats its time of day. */
export const rotationSchema = z
  .strictObject({
    unit: z.enum(ROTATION_UNITS),
    length: z.int().min(1).max(8784),
    anchor: z.string().refine((text) => parseWallClock(text) !== null, 'must be a wall clock such as 2024-05-01T09:00'),
    handoff: timeOfDay,
  })
  .refine((rotation) => rotation.anchor.endsWith(`T${rotation.handoff}`), {
    path: ['handoff'],
    message: 'must be the time of day of the anchor',
  });

const oneEnd = (window: { endTime?: string | undefined; durationMinutes?: number | undefined }) =>
  (window.endTime === undefined) !== (window.durationMinutes === undefined);
const ONE_END = { path: ['endTime'], message: 'give either endTime or durationMinutes' };

const dailySchema = z
  .strictObject({
    kind: z.literal('daily'),
    startTime: timeOfDay,
    endTime: timeOfDay.optional(),
    durationMinutes: z.int().min(1).max(1440).optional(),
  })
  .refine(oneEnd, ONE_END);

const weeklySchema = z
  .strictObject({
    kind: z.literal('weekly'),
    startDay: weekday,
    startTime: timeOfDay,
    endDay: weekday.optional(),
    endTime: timeOfDay.optional(),
    durationMinutes: z.int().min(1).max(10080).optional(),
  })
  .refine(oneEnd, ONE_END)
  .refine((window) => (window.endDay === undefined) === (window.endTime === undefined), {
    path: ['endDay'],
    message: 'endDay and endTime go together',
  });

/** Hours of the wall clock in which a layer counts (R7). */
export const restrictionSchema = z.discriminatedUnion('kind', [dailySchema, weeklySchema]);

const LONGEST_TURN = { hour: 8784, day: 366, week: 53, month: 12 };

/**
 * A rotation with its restrictions. `users` are the turns in order: one person, several who are on call together, or
 * null for nobody. `countOnlyActiveTurns` (default false, R7t): turns wholly outside the restrictions are not used up;
 * as that has to count from the anchor, such a layer's anchor lies between 1970 and 2100 and its turns within a year.
 */
export const layerSchema = z
  .strictObject({
    name: z.string().max(200),
    priority: z.int(),
    start: instant,
    end: instant.nullable(),
    rotation: rotationSchema,
    users: z.array(z.union([user, z.null(), z.array(user).max(50)])).max(200),
    restrictions: z.array(restrictionSchema).max(50),
    countOnlyActiveTurns: z.boolean().optional(),
  })
  .refine(
    ({ countOnlyActiveTurns, rotation: { anchor, unit, length } }) =>
      !countOnlyActiveTurns || (anchor >= '1970' && anchor < '2101' && length <= LONGEST_TURN[unit]),
    { path: ['countOnlyActiveTurns'], message: 'needs an anchor between 1970 and 2100 and turns of at most a year' },
  );

/** `user` null: nobody (R10n). With `replaces`, only that person is taken out of the answer instead of everybody. */
export const overrideSchema = z.strictObject({
  user: user.nullable(),
  start: instant,
  end: instant,
  replaces: user.optional(),
});

/** A schedule as the API and the tables hold it: instants are RFC 3339 text, users opaque strings, overrides in order of creation. */
export const scheduleSchema = z.strictObject({
  timezone: z.string().max(100).refine(isTimeZone, 'must be an IANA time zone such as Europe/Berlin'),
  layers: z.array(layerSchema).max(50),
  overrides: z.array(overrideSchema).max(2000),
});

export type Rotation = z.infer<typeof rotationSchema>;
export type Restriction = z.infer<typeof restrictionSchema>;
export type Layer = z.infer<typeof layerSchema>;
export type Slot = Layer['users'][number];
export type Override = z.infer<typeof overrideSchema>;
export type Schedule = z.infer<typeof scheduleSchema>;

/** Whether a person can be paged at all; a disabled person keeps their turns, which then count as nobody. */
export type IsAvailable = (user: string) => boolean;

/** The instant that a schedule's text names. Throws RangeError for text that the schema would refuse. */
export function instantOf(text: string): Instant {
  const at = parseInstant(text);
  if (at === null) throw new RangeError(`not an instant: ${text}`);
  return at;
}
