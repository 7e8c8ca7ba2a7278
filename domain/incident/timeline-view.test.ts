import { describe, expect, it } from 'vitest';
import { TIMELINE_KINDS, type TimelineKind } from './timeline';
import { isInView, TIMELINE_VIEWS, timelineViewOf } from './timeline-view';

const ANA = { kind: 'user', id: 'usr_ana', name: 'Ana' } as const;
const seen = (kind: TimelineKind, actor: typeof ANA | { kind: 'system'; name: string }) =>
  TIMELINE_VIEWS.filter((view) => isInView({ kind, actor }, view));
const system = { kind: 'system', name: 'OpsKnight' } as const;

describe('a timeline is looked at', () => {
  it.each([
    ['step-fired', system, ['all', 'events', 'pages']],
    ['notification-sent', system, ['all', 'pages']],
    ['channel-posted', system, ['all', 'pages']],
    ['last-resort-paged', system, ['all', 'events', 'pages']],
    ['alert-resolved', system, ['all', 'events']],
    ['acknowledged', ANA, ['all', 'events', 'people']],
    ['note-added', ANA, ['all', 'events', 'people']],
    // Sent again by a person: both.
    ['notification-resent', ANA, ['all', 'people', 'pages']],
  ] as const)('%s by %j in %j', (kind, actor, views) => {
    expect(seen(kind, actor)).toEqual(views);
  });

  it('with every kind of line among its events or its pages', () => {
    const lost = TIMELINE_KINDS.filter(
      (kind) => !isInView({ kind, actor: system }, 'events') && !isInView({ kind, actor: system }, 'pages'),
    );
    expect(lost).toEqual([]);
  });

  it('as a whole where the name is none', () => {
    expect([timelineViewOf('pages'), timelineViewOf('Pages'), timelineViewOf(null)]).toEqual(['pages', 'all', 'all']);
  });
});
