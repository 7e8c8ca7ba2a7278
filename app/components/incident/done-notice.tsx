import type { ReactNode } from 'react';
import type { IncidentPage } from '~/lib/operations';
import { Link } from '~/lib/rr';
import { Button } from '~/ui/button';
import type { GlyphName } from '~/ui/glyph';
import { Notice } from '~/ui/notice';
import { Moment } from '~/ui/time';
import { Undo } from '~/ui/undo';
import { ActionForm } from './action-form';
import { incidentPath, numberOf, UNDO } from './words';

type News = { glyph: GlyphName; tone?: 'open' | 'acknowledged' | 'resolved'; text: ReactNode };

/** What the last button did, told from the incident as it is now: an old link never claims what is no longer so. */
export function DoneNotice({ done, incident }: { done: string | null; incident: IncidentPage }) {
  const news = done === null ? null : newsOf(done, incident);
  if (!news) return null;
  const back = done === null ? undefined : UNDO[done];
  if (back && incident.allowed.includes(back.verb)) {
    return (
      <Undo key={done} glyph={news.glyph} tone={news.tone} undo={<UndoForm {...back} />}>
        {news.text}
      </Undo>
    );
  }
  return (
    <Notice key={done} glyph={news.glyph} tone={news.tone}>
      <p>{news.text}</p>
    </Notice>
  );
}

/** The button that takes a verb back; it says what that sets going. */
export const UndoForm = ({ verb, word }: { verb: string; word: string }) => (
  <ActionForm verb={verb}>
    <Button>{word}</Button>
  </ActionForm>
);

function newsOf(
  done: string,
  { status, snoozedUntil, assignee, nobodyPaged, pausedUntil, mergedInto }: IncidentPage,
): News | null {
  const open = status === 'OPEN' || status === 'ESCALATED';
  switch (done) {
    case 'acknowledge': {
      if (status !== 'ACKNOWLEDGED') return null;
      const text = `Acknowledged${assignee ? `: ${assignee.name} has it` : ''}. Nobody else is paged.`;
      return { glyph: 'acknowledged', tone: 'acknowledged', text };
    }
    case 'resolve':
      if (status !== 'RESOLVED') return null;
      return { glyph: 'resolved', tone: 'resolved', text: 'Resolved. Everyone who was paged is told.' };
    case 'snooze':
      if (status !== 'SNOOZED' || snoozedUntil === null) return null;
      return {
        glyph: 'snoozed',
        text: (
          <>
            Snoozed until <Moment at={snoozedUntil} />. Nobody is paged.
          </>
        ),
      };
    case 'escalate':
      return open ? { glyph: 'escalated', tone: 'open', text: 'Escalated. The step is being paged.' } : null;
    case 'reassign':
      return assignee && open ? { glyph: 'person', text: `Reassigned to ${assignee.name}, who is being paged.` } : null;
    case 'responders':
      return { glyph: 'person', text: 'Asked to help. They are being paged.' };
    case 'pause':
      if (pausedUntil === null) return null;
      return {
        glyph: 'snoozed',
        text: (
          <>
            Paused until <Moment at={pausedUntil} />. No further step is paged before.
          </>
        ),
      };
    case 'resume':
      return open && pausedUntil === null ? { glyph: 'next', text: 'The escalation goes on.' } : null;
    case 'unsnooze':
    case 'unsuppress':
    case 'reopen':
      return open ? { glyph: 'open', tone: 'open', text: 'Open again. Paging starts at step 1.' } : null;
    case 'merge':
      if (!mergedInto) return null;
      return {
        glyph: 'resolved',
        text: (
          <>
            Merged into <Link to={incidentPath(mergedInto)}>{numberOf(mergedInto)}</Link>, which pages for both.
          </>
        ),
      };
    case 'unmerge':
      if (mergedInto) return null;
      return open
        ? { glyph: 'open', tone: 'open', text: 'Taken back out. Paging starts at step 1.' }
        : { glyph: 'resolved', text: 'Taken back out. Its alerts are over, so it stays resolved.' };
    case 'suppress':
      return status === 'SUPPRESSED' ? { glyph: 'suppressed', text: 'Suppressed. Nobody is paged.' } : null;
    case 'note':
      return { glyph: 'note', text: 'Note added.' };
    case 'edit-note':
      return { glyph: 'note', text: 'Note saved.' };
    case 'edit':
      return { glyph: 'check', text: 'Details saved.' };
    case 'watch':
    case 'unwatch':
      return { glyph: 'person', text: 'Watchers saved.' };
    case 'link':
    case 'unlink':
      return { glyph: 'check', text: 'Links saved.' };
    case 'declare':
      if (!open || nobodyPaged) return null;
      return { glyph: 'open', tone: 'open', text: 'Declared. The service’s policy is paging.' };
    default:
      return null;
  }
}
