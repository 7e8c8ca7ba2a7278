import type { GlyphName } from '~/ui/glyph';
import type { Permission } from '../../../domain/access/permissions';
import type { Viewer } from '../../../domain/access/viewer';

export type ShellLink = {
  to: string;
  word: string;
  glyph?: GlyphName;
  needs?: Permission;
  keys?: string;
  owns?: readonly string[];
};

/** What people come for, also under the thumb on a phone. */
export const MAIN_LINKS: readonly ShellLink[] = [
  { to: '/', word: 'Home', glyph: 'home', keys: 'g h' },
  { to: '/incidents', word: 'Incidents', glyph: 'list', needs: 'incident.read', keys: 'g i' },
  { to: '/oncall', word: 'On call', glyph: 'phone', keys: 'g o', owns: ['/covers'] },
];

const OTHER_LINKS: readonly ShellLink[] = [
  { to: '/analytics', word: 'Analytics', needs: 'incident.read', keys: 'g a' },
  { to: '/postmortems', word: 'Postmortems', needs: 'incident.read', keys: 'g m', owns: ['/action-items'] },
  { to: '/schedules', word: 'Schedules', needs: 'config.read', keys: 'g d' },
  { to: '/services', word: 'Services', needs: 'config.read', keys: 'g s' },
  { to: '/escalation-policies', word: 'Escalation policies', needs: 'config.read', keys: 'g p' },
  { to: '/readiness', word: 'Readiness', needs: 'config.read', keys: 'g r' },
  { to: '/teams', word: 'Teams', needs: 'config.read', keys: 'g t' },
  { to: '/users', word: 'People', needs: 'config.read', keys: 'g u' },
  { to: '/integrations', word: 'Integrations', needs: 'config.read', keys: 'g n' },
  { to: '/heartbeats', word: 'Heartbeats', needs: 'config.read' },
  { to: '/status-pages', word: 'Status pages', needs: 'config.read' },
  { to: '/maintenance-windows', word: 'Maintenance', needs: 'config.read' },
  { to: '/settings', word: 'Settings', needs: 'config.write', keys: 'g ,' },
];

const OUTBOX: ShellLink = { to: '/outbox', word: 'Outbox', needs: 'outbox.read' };

/** What is set up once and looked up now and then: in the rail on a desk, under "More" on a phone. */
export const otherLinks = ({ permissions }: Viewer, isLocal: boolean): ShellLink[] =>
  [...OTHER_LINKS, ...(isLocal ? [OUTBOX] : [])].filter(({ needs }) => !needs || permissions.includes(needs));

/** The link a page stands under: its own, or the one of the list or place that it belongs to. */
export const currentLink = (pathname: string, links: readonly ShellLink[]): ShellLink | undefined =>
  links.find(({ to, owns = [] }) =>
    to === '/' ? pathname === '/' : [to, ...owns].some((path) => pathname === path || pathname.startsWith(`${path}/`)),
  );

/** What has no place in the rail: for the palette. */
export const ownLinks = ({ permissions }: Viewer): ShellLink[] => [
  ...(permissions.includes('incident.declare') ? [{ to: '/incidents/new', word: 'Declare incident' }] : []),
  ...(permissions.includes('config.read') ? [{ to: '/oncall', word: 'Who is on call now' }] : []),
  ...(permissions.includes('incident.respond') ? [{ to: '/schedules', word: 'Override a schedule' }] : []),
  { to: '/profile/page-me', word: 'Page me now' },
  { to: '/profile/shifts', word: 'Your shifts' },
  { to: '/profile', word: 'Your profile' },
  { to: '/profile/paging', word: 'How you are paged' },
  { to: '/profile/security', word: 'Password and sessions' },
  { to: '/more', word: 'Theme, keyboard, sign out' },
];
