/** Who was woken last week, by what, and whether it was worth it. `from` and `to` are dates, both of the week. */
export type WeeklyContent = {
  kind: 'weekly-digest';
  from: string;
  to: string;
  incidents: number;
  interruptions: number;
  sleepHours: number;
  people: { name: string; interruptions: number; sleepHours: number }[];
  /** What interrupted most. */
  alerts: { serviceName: string; title: string; incidents: number; interruptions: number; neverAcknowledged: number }[];
  url: string;
};
