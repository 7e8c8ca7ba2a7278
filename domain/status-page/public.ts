import type { Instant } from '../shared/time';
import { type ComponentState, worst } from './component';
import type { AnnouncementType, PageLanguage, StatusAnnouncement, StatusPage } from './page';
import { isShown } from './page';
import { type PublicPostmortem, publicPostmortemOf } from './public-postmortem';
import type { Impact, ReportedState, ReportKind, ReportStatus, ReportUpdate, StatusReport } from './report';
import { dayOf, firstDayStart, type StateChange, type UptimeDay, uptime, uptimeDays } from './uptime';

// The whitelist: what a visitor may come to know, and nothing else. Pages, documents, feeds and mails are made of these
// types alone, which are built field by field below; a test fills everything else with marked secrets.

export type PublicComponent = {
  id: string;
  name: string;
  description: string | null;
  group: string | null;
  state: ComponentState;
  /** Since when it is in this state. */
  since: Instant;
  /** From 0 to 1 over the days that are shown; null: not shown, or not known. */
  uptime: number | null;
  days: UptimeDay[];
  createdAt: Instant;
  updatedAt: Instant;
};

export type PublicUpdate = {
  id: string;
  status: ReportStatus;
  body: string;
  components: { id: string; name: string; from: ComponentState; to: ComponentState }[];
  at: Instant;
};

export type PublicReport = {
  id: string;
  kind: ReportKind;
  title: string;
  status: ReportStatus;
  impact: Impact;
  components: { id: string; name: string; state: ComponentState }[];
  startsAt: Instant;
  endsAt: Instant | null;
  nextUpdateAt: Instant | null;
  /** The next update was promised for before now. */
  isOverdue: boolean;
  monitoringAt: Instant | null;
  resolvedAt: Instant | null;
  publishedAt: Instant;
  updatedAt: Instant;
  /** Newest first. */
  updates: PublicUpdate[];
};

export type PublicAnnouncement = {
  id: string;
  type: AnnouncementType;
  title: string;
  body: string;
  startsAt: Instant;
  endsAt: Instant | null;
};

export type PublicPage = {
  id: string;
  name: string;
  description: string | null;
  timezone: string;
  language: PageLanguage;
  accent: string;
  customCss: string;
  hasLogo: boolean;
  hasLogoDark: boolean;
  supportUrl: string | null;
  isPublic: boolean;
  /** When something last changed. */
  updatedAt: Instant;
  /** What the page was made from is as of this instant. */
  madeAt: Instant;
  /** The day on the page's calendar: bars and the recent past move on with it. */
  today: string;
  components: PublicComponent[];
  /** Newest first, published ones only. */
  reports: PublicReport[];
  announcements: PublicAnnouncement[];
  /** Newest first. Absent from pages that were stored before there were any. */
  postmortems?: PublicPostmortem[];
};

export const BAR_DAYS = 90;

/** Everything that is known of a page, private parts too. */
export type PageFacts = {
  page: StatusPage;
  states: ReadonlyMap<string, ComponentState>;
  /** By component, in order of time. */
  changes: ReadonlyMap<string, readonly StateChange[]>;
  reports: readonly { report: StatusReport; updates: readonly ReportUpdate[] }[];
  announcements: readonly StatusAnnouncement[];
  postmortems?: readonly PublicPostmortem[];
};

/** Finer than anybody reads, so that a page is not another one every minute. */
const rounded = (share: number | null): number | null => (share === null ? null : Math.round(share * 1e5) / 1e5);

/** A page as visitors may know it. */
export function publicPageOf(facts: PageFacts, now: Instant): PublicPage {
  const { page, states, changes, reports, announcements, postmortems = [] } = facts;
  const { id, name, description, timezone, language, look, createdAt } = page;
  const from = firstDayStart(now, timezone, BAR_DAYS);
  const components = page.components.map((component): PublicComponent => {
    const history = changes.get(component.id) ?? [];
    const state = states.get(component.id) ?? 'OPERATIONAL';
    const days = page.uptime.show ? uptimeDays(history, { now, timezone, count: BAR_DAYS }) : [];
    return {
      id: component.id,
      name: component.name,
      description: component.description,
      group: component.group,
      state,
      since: history.at(-1)?.at ?? component.createdAt,
      uptime: page.uptime.show ? rounded(uptime(history, from, now, page.uptime)) : null,
      days,
      createdAt: component.createdAt,
      updatedAt: Math.max(component.updatedAt, history.at(-1)?.at ?? 0),
    };
  });
  const names = new Map(components.map((component) => [component.id, component.name]));
  const shown = reports
    .filter(({ report }) => report.publishedAt !== null)
    .map(({ report, updates }) => publicReportOf(report, updates, names, now))
    .sort((a, b) => b.startsAt - a.startsAt || (a.id < b.id ? 1 : -1));
  const told = announcements.filter((announcement) => isShown(announcement, now)).map(publicAnnouncementOf);
  const times = [...components, ...shown, ...postmortems].map(({ updatedAt }) => updatedAt);
  return {
    id,
    name,
    description,
    timezone,
    language,
    accent: look.accent,
    customCss: look.customCss,
    hasLogo: look.logo !== null,
    hasLogoDark: look.logoDark !== null,
    supportUrl: look.supportUrl,
    isPublic: page.audience === 'public',
    updatedAt: Math.max(createdAt, page.updatedAt, ...times),
    madeAt: now,
    today: dayOf(now, timezone),
    components,
    reports: shown,
    announcements: told,
    postmortems: postmortems.map(publicPostmortemOf),
  };
}

const namedStates = (states: readonly ReportedState[], names: ReadonlyMap<string, string>) =>
  states.flatMap(({ componentId: id, state }) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name, state }];
  });

/** A report with its updates, newest first; of components that the page has no more, nothing is said. */
export function publicReportOf(
  report: StatusReport,
  updates: readonly ReportUpdate[],
  names: ReadonlyMap<string, string>,
  now: Instant,
): PublicReport {
  const last = new Map<string, ComponentState>();
  const told = updates
    .toSorted((a, b) => a.at - b.at)
    .map(({ id, status, body, components, at }): PublicUpdate => {
      const changed = namedStates(components, names).map(({ state, ...one }) => {
        const from = last.get(one.id) ?? 'OPERATIONAL';
        last.set(one.id, state);
        return { ...one, from, to: state };
      });
      return { id, status, body, components: changed, at };
    });
  return {
    id: report.id,
    kind: report.kind,
    title: report.title,
    status: report.status,
    impact: report.impact,
    components: namedStates(report.components, names),
    startsAt: report.startsAt,
    endsAt: report.endsAt,
    nextUpdateAt: report.nextUpdateAt,
    isOverdue: report.nextUpdateAt !== null && report.nextUpdateAt < now,
    monitoringAt: report.monitoringAt,
    resolvedAt: report.resolvedAt,
    publishedAt: report.publishedAt ?? report.createdAt,
    updatedAt: Math.max(report.updatedAt, ...told.map(({ at }) => at)),
    updates: told.toReversed(),
  };
}

const publicAnnouncementOf = ({ id, type, title, body, startsAt, endsAt }: StatusAnnouncement): PublicAnnouncement => ({
  id,
  type,
  title,
  body,
  startsAt,
  endsAt,
});

/** Components in their groups, in the order of the page; a group stands where its first component does. */
export function grouped(
  components: readonly PublicComponent[],
): { group: string | null; members: PublicComponent[] }[] {
  const parts: { group: string | null; members: PublicComponent[] }[] = [];
  for (const component of components) {
    const known = component.group === null ? undefined : parts.find(({ group }) => group === component.group);
    if (known) known.members.push(component);
    else parts.push({ group: component.group, members: [component] });
  }
  return parts;
}

export const groupState = (members: readonly Pick<PublicComponent, 'state'>[]): ComponentState =>
  worst(members.map(({ state }) => state));
