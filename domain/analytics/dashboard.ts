import * as z from 'zod';
import { idField, nameField } from '../shared/input';
import { METRICS, type MetricId } from './metrics';

/** What a panel can show besides a single figure. */
const CHARTS = ['chart:incidents', 'chart:interruptions'] as const;
const TABLES = ['table:figures', 'table:services', 'table:teams', 'table:priorities', 'table:people'] as const;
const HEAT_MAP = 'heat-map';

export type PanelSubject = `figure:${MetricId}` | (typeof CHARTS)[number] | (typeof TABLES)[number] | typeof HEAT_MAP;

/** Everything that a panel can be about, in the order in which it is offered. */
export const PANEL_SUBJECTS: readonly PanelSubject[] = [
  ...METRICS.map(({ id }) => `figure:${id}` as const),
  ...CHARTS,
  HEAT_MAP,
  ...TABLES,
];

/** Days that a panel looks back, today being one. */
export const PANEL_DAYS = [7, 30, 90, 365] as const;
export type PanelDays = (typeof PANEL_DAYS)[number];

/** One figure, chart or table of a dashboard, and what it is narrowed to; null: all of them. */
export type Panel = {
  id: string;
  subject: PanelSubject;
  days: PanelDays;
  serviceId: string | null;
  teamId: string | null;
};

export const MOST_PANELS = 24;

/** What somebody sees who has arranged nothing yet. */
export const FIRST_PANELS: readonly Omit<Panel, 'id'>[] = (
  ['figure:incidents', 'figure:mtta', 'figure:mttr', 'figure:sleep-hours', 'chart:incidents', 'table:services'] as const
).map((subject) => ({ subject, days: 30, serviceId: null, teamId: null }));

const panelFields = {
  subject: z.enum(PANEL_SUBJECTS),
  days: z
    .number()
    .int()
    .refine((days): days is PanelDays => PANEL_DAYS.some((one) => one === days), 'Must be 7, 30, 90 or 365'),
  serviceId: idField.nullable().default(null),
  teamId: idField.nullable().default(null),
};

/** A panel that stands there is told by its id; one without is new. */
const panelField = z.object({ id: idField.optional(), ...panelFields });

const fields = { name: nameField, isShared: z.boolean(), panels: z.array(panelField).max(MOST_PANELS) };

/** Without panels, it begins with a few that most people ask for. */
export const createDashboardInput = z.object({
  name: fields.name,
  isShared: fields.isShared.default(false),
  panels: fields.panels.optional(),
});
/** `panels`, where given, replaces all of them, in their order. */
export const updateDashboardInput = z.object(fields).partial();
export type CreateDashboardInput = z.output<typeof createDashboardInput>;
export type UpdateDashboardInput = z.output<typeof updateDashboardInput>;
export type PanelInput = z.output<typeof panelField>;

/** One new panel, as the form sends it. */
export const newPanelInput = z.object({ ...panelFields, days: z.coerce.number().pipe(panelFields.days) });

/** The panels with one of them a place further up or down; as they were where there is no such place. */
export function movePanel<P extends { id: string }>(panels: readonly P[], id: string, by: -1 | 1): P[] {
  const from = panels.findIndex((panel) => panel.id === id);
  const to = from + by;
  const [moved, other] = [panels[from], panels[to]];
  if (!moved || !other) return [...panels];
  return panels.map((panel, i) => (i === to ? moved : i === from ? other : panel));
}

/** The panels in the order of these ids; those that are not named stay behind them, so that none gets lost. */
export function orderPanels<P extends { id: string }>(panels: readonly P[], ids: readonly string[]): P[] {
  const rank = ({ id }: P): number => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  return panels.toSorted((a, b) => rank(a) - rank(b));
}

/** Panels about the same incidents need them read once: each narrowing with the panels that share it. */
export function sharedReports<P extends Pick<Panel, 'days' | 'serviceId' | 'teamId'>>(
  panels: readonly P[],
): { narrowing: Pick<Panel, 'days' | 'serviceId' | 'teamId'>; key: string }[] {
  const known = new Map(
    panels.map(({ days, serviceId, teamId }) => [reportKey({ days, serviceId, teamId }), { days, serviceId, teamId }]),
  );
  return [...known].map(([key, narrowing]) => ({ key, narrowing }));
}

export const reportKey = ({ days, serviceId, teamId }: Pick<Panel, 'days' | 'serviceId' | 'teamId'>): string =>
  JSON.stringify([days, serviceId, teamId]);
