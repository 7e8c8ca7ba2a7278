import type { Instant } from '../shared/time';
import type { StatusComponent } from './component';
import type { ReportKind, ReportStatus } from './report';

export const AUDIENCES = ['public', 'password', 'signed-in'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const PAGE_LANGUAGES = ['en', 'de', 'es', 'fr', 'ja'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** Words to begin a report with. */
export type ReportTemplate = { name: string; kind: ReportKind; status: ReportStatus; title: string; body: string };

/** How a page looks; `logo` is an image as `data:` address of at most 64 KB. */
export type PageLook = {
  accent: string;
  customCss: string;
  logo: string | null;
  logoDark: string | null;
  supportUrl: string | null;
};

export type StatusPage = {
  id: string;
  name: string;
  /** Its address here: /status/{slug}. */
  slug: string;
  /** A host name of its own, where the page stands at the root. */
  host: string | null;
  description: string | null;
  timezone: string;
  language: PageLanguage;
  audience: Audience;
  passwordHash: string | null;
  look: PageLook;
  uptime: { show: boolean; excludeMaintenance: boolean };
  components: readonly StatusComponent[];
  templates: readonly ReportTemplate[];
  createdAt: Instant;
  updatedAt: Instant;
};

export const DEFAULT_LOOK: PageLook = {
  accent: '#0a5a68',
  customCss: '',
  logo: null,
  logoDark: null,
  supportUrl: null,
};

export const ANNOUNCEMENT_TYPES = ['INCIDENT', 'MAINTENANCE', 'UPDATE', 'WARNING', 'INFO'] as const;
export type AnnouncementType = (typeof ANNOUNCEMENT_TYPES)[number];

/** A word above everything else, for as long as it holds. `endsAt` null: until somebody takes it down. */
export type StatusAnnouncement = {
  id: string;
  pageId: string;
  type: AnnouncementType;
  title: string;
  body: string;
  startsAt: Instant;
  endsAt: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
};

export const isShown = ({ startsAt, endsAt }: Pick<StatusAnnouncement, 'startsAt' | 'endsAt'>, now: Instant): boolean =>
  startsAt <= now && (endsAt === null || endsAt > now);

/** Where a page is reached; the names of its rendered pages never mix two addresses. */
export type PageAddress = { kind: 'slug'; slug: string } | { kind: 'host'; host: string };

export const addressName = (address: PageAddress): string =>
  address.kind === 'slug' ? `slug:${address.slug}` : `host:${address.host}`;

/** Every address of a page, its own host name first. */
export const addressesOf = ({ slug, host }: Pick<StatusPage, 'slug' | 'host'>): PageAddress[] => [
  ...(host ? [{ kind: 'host' as const, host }] : []),
  { kind: 'slug', slug },
];

/** The address in full, without a slash at the end. A host name of its own is served by the scheme of the installation. */
export const baseUrl = (appUrl: string, address: PageAddress): string =>
  address.kind === 'host' ? `${new URL(appUrl).protocol}//${address.host}` : `${appUrl}/status/${address.slug}`;

/** Where a page is read first: at its own host name, where it has one. */
export const pageUrl = (appUrl: string, { slug, host }: Pick<StatusPage, 'slug' | 'host'>): string =>
  baseUrl(appUrl, host ? { kind: 'host', host } : { kind: 'slug', slug });
