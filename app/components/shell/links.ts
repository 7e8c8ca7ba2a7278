import type { GlyphName } from '~/ui/glyph';
import type { Permission } from '../../../domain/access/permissions';
import type { Viewer } from '../../../domain/access/viewer';

export type ShellLink = { to: string; word: string; glyph?: GlyphName; needs?: Permission };

/** What people come for, also under the thumb on a phone. */
export const MAIN_LINKS: readonly ShellLink[] = [
  { to: '/', word: 'Home', glyph: 'home' },
  { to: '/incidents', word: 'Incidents', glyph: 'list', needs: 'incident.read' },
  { to: '/oncall', word: 'On call', glyph: 'phone' },
];

const OTHER_LINKS: readonly ShellLink[] = [
  { to: '/services', word: 'Services', needs: 'config.read' },
  { to: '/escalation-policies', word: 'Escalation policies', needs: 'config.read' },
  { to: '/teams', word: 'Teams', needs: 'config.read' },
  { to: '/users', word: 'People', needs: 'config.read' },
  { to: '/integrations', word: 'Integrations', needs: 'config.read' },
  { to: '/settings', word: 'Settings', needs: 'config.write' },
];

const OUTBOX: ShellLink = { to: '/outbox', word: 'Outbox', needs: 'outbox.read' };

/** What is set up once and looked up now and then: in the rail on a desk, under "More" on a phone. */
export const otherLinks = ({ permissions }: Viewer, isLocal: boolean): ShellLink[] =>
  [...OTHER_LINKS, ...(isLocal ? [OUTBOX] : [])].filter(({ needs }) => !needs || permissions.includes(needs));
