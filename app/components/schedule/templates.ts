import { DAY, HOUR, type Instant } from '../../../domain/shared/time';
import { zoneClock } from '../../../domain/shared/zone';
import type { LayerDraft, RestrictionDraft } from './draft';

/** Rotations that most teams begin with. */
export const TEMPLATES = [
  { key: 'weekly', word: 'Weekly, Monday 09:00' },
  { key: 'daily', word: 'Daily, 09:00' },
  { key: 'follow-the-sun', word: 'Follow the sun' },
  { key: 'business-hours', word: 'Business hours plus nights' },
] as const;
export type Template = (typeof TEMPLATES)[number]['key'];
export const isTemplate = (key: string): key is Template => TEMPLATES.some((one) => one.key === key);

/** Whom a template may put into turns. */
export type TemplatePeople = readonly { id: string; timezone: string }[];

/** A region's working day of eight hours, as UTC in winter: together they are a day and night. */
const REGIONS = [
  { name: 'Asia and Pacific', opens: 22, from: 6.5, to: 14 },
  { name: 'Europe and Africa', opens: 6, from: -1, to: 6.5 },
  { name: 'Americas', opens: 14, from: -12, to: -1 },
] as const;
const SHIFT_HOURS = 8;
/** More than this from one region would be no help: they are added by hand. */
const MOST_PREFILLED = 8;

/**
 * The layers a template stands for, on the clock of a zone: in force at once, as their first turn began this week.
 * Follow-the-sun puts everybody into the region whose working day is theirs.
 */
export function templateLayers(
  template: Template,
  timezone: string,
  people: TemplatePeople,
  now: Instant,
): LayerDraft[] {
  const clock = zoneClock(timezone);
  const today = Math.floor(clock.toWall(now) / DAY) * DAY;
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * DAY;
  const base = { ...PLAIN, date: new Date(monday).toISOString().slice(0, 10) };
  switch (template) {
    case 'weekly':
      return [{ ...base, name: 'Primary' }];
    case 'daily':
      return [{ ...base, name: 'Primary', unit: 'day' }];
    case 'follow-the-sun': {
      const ahead = Math.round(clock.offsetAt(now) / HOUR);
      return REGIONS.map(({ name, opens, from, to }) => {
        const start = hour(opens + ahead);
        const there = people.filter(({ timezone }) => {
          const offset = zoneClock(timezone).offsetAt(now) / HOUR;
          return offset >= from && offset < to;
        });
        const turns = there.slice(0, MOST_PREFILLED).map(({ id }) => [id]);
        return {
          ...base,
          name,
          turns: turns.length > 0 ? turns : [['']],
          handoff: start,
          restrictions: [{ ...DAILY, startTime: start, endTime: hour(opens + ahead + SHIFT_HOURS) }],
        };
      });
    }
    case 'business-hours':
      return [
        {
          ...base,
          name: 'Business hours',
          priority: '2',
          restrictions: WORKDAYS.map((day) => ({ ...DAILY, kind: 'weekly' as const, startDay: day, endDay: day })),
        },
        { ...base, name: 'Nights and weekends', priority: '1', handoff: '17:00' },
      ];
  }
}

const PLAIN: Omit<LayerDraft, 'name' | 'date'> = {
  turns: [[''], ['']],
  unit: 'week',
  length: '1',
  handoff: '09:00',
  start: '',
  end: '',
  priority: '1',
  onlyActive: false,
  restrictions: [],
};
const DAILY: RestrictionDraft = {
  kind: 'daily',
  startDay: 'monday',
  startTime: '09:00',
  endDay: 'monday',
  endTime: '17:00',
};
const WORKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;

const hour = (value: number): string => `${String(((value % 24) + 24) % 24).padStart(2, '0')}:00`;
