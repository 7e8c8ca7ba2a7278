import { sha256Hex } from '../../../domain/shared/hash';
import { DAY, type Instant } from '../../../domain/shared/time';
import type { PageAddress } from '../../../domain/status-page/page';
import { countTry, forgiveTry } from '../../access/lockout-gate';
import { verifyPassword } from '../../access/password';
import { isSignedForVisitor, signForVisitor } from '../../access/status-token';
import type { Config } from '../../config';
import type { Context } from '../../context';
import type { StatusGate } from '../../durable/status-page-do';
import { storedPage } from './serve';

/** How long a password opens a page for a browser. */
export const ENTRY_LIFE = 30 * DAY;

/** A new password ends what the old one opened. */
const textOf = (pageId: string, { passwordHash }: StatusGate, until: Instant): string =>
  ['enter', pageId, sha256Hex(passwordHash ?? ''), until].join(' ');

export type Entry =
  | { kind: 'open'; pageId: string; cookie: string }
  | { kind: 'wrong' }
  | { kind: 'wait' }
  | { kind: 'nothing' };

/** Opens a page by its password, also while the database is away. Tries are counted by address and page. */
export async function enterStatusPage(context: Context, address: PageAddress, password: string): Promise<Entry> {
  const { config, ip, now } = context;
  const stored = await storedPage(context, address);
  if (stored?.gate.audience !== 'password') return { kind: 'nothing' };
  const door = `status ${stored.page.id} ${ip ?? ''}`;
  if (!(await countTry(context, door)).allowed) return { kind: 'wait' };
  if (!(await verifyPassword(password, stored.gate.passwordHash ?? ''))) return { kind: 'wrong' };
  await forgiveTry(context, door);
  const until = now + ENTRY_LIFE;
  const signature = await signForVisitor(config, textOf(stored.page.id, stored.gate, until));
  return { kind: 'open', pageId: stored.page.id, cookie: `${until}.${signature}` };
}

/** Whether a cookie of `enterStatusPage` opens the page now. */
export async function hasEntered(
  config: Config,
  { pageId, gate }: { pageId: string; gate: StatusGate },
  cookie: string | null,
  now: Instant,
): Promise<boolean> {
  const match = /^(\d{1,15})\.(.+)$/.exec(cookie ?? '');
  const until = Number(match?.[1]);
  return match !== null && until > now && isSignedForVisitor(config, textOf(pageId, gate, until), match[2] ?? '');
}
