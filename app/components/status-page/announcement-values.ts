import { fieldTextOf, instantOf } from '~/components/escalation-policy/moment-field';
import { textOf } from '~/lib/form';
import type { Announcement } from '~/lib/status-pages';
import { type Instant, toIso } from '../../../domain/shared/time';

/** An announcement as its form shows it, on the page's clock. */
export const announcementValues = (
  { type, title, body, startsAt, endsAt }: Announcement,
  timeZone: string,
): Record<string, string> => ({
  type,
  title,
  body,
  startsAt: fieldTextOf(startsAt, { timeZone }),
  endsAt: endsAt === null ? '' : fieldTextOf(endsAt, { timeZone }),
});

/** What was typed, as the operation's schema takes it; a start that was left empty is left out. */
export function announcementInputOf(form: FormData, timeZone: string) {
  const isoOf = (name: string): string | undefined => {
    const at = instantOf(textOf(form, name), { timeZone });
    return at === null ? undefined : toIso(at);
  };
  return {
    type: textOf(form, 'type') || 'INFO',
    title: textOf(form, 'title'),
    body: textOf(form, 'body'),
    startsAt: isoOf('startsAt'),
    endsAt: isoOf('endsAt') ?? null,
  };
}

export const ANNOUNCEMENT_SAYS: Record<string, string> = {
  title: 'Give a title of at most 200 characters.',
  endsAt: 'Give an end that is later than the start, or none.',
};

type Times = { startsAt: Instant; endsAt: Instant | null };

/** Whether visitors see it now, will, or have. */
export function announcementPhase({ startsAt, endsAt }: Times, now: Instant): 'Shown now' | 'Shown later' | 'Over' {
  if (endsAt !== null && endsAt <= now) return 'Over';
  return startsAt <= now ? 'Shown now' : 'Shown later';
}
