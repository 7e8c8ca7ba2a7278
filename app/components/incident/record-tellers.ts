import { type Facts, joined, type Teller } from './teller';

const listed = (facts: Facts): string | null => {
  const added = facts.texts('added');
  const removed = facts.texts('removed');
  return joined(added && `added ${added}`, removed && `removed ${removed}`);
};

/** What people changed about it: its own facts, and what stands beside it. */
export const RECORD_TELLERS = {
  'urgency-lowered': {
    glyph: 'next',
    tell: ({ who, text }) => [who, `lowered the urgency to ${(text('to') ?? 'low').toLowerCase()}`],
  },
  'priority-changed': {
    glyph: 'next',
    tell: ({ who, text }) => [who, text('to') ? `set the priority to ${text('to')}` : 'took the priority away'],
  },
  'visibility-changed': {
    glyph: 'person',
    tell: ({ who, text }) => [
      who,
      text('to') === 'PRIVATE' ? 'made it private' : 'made it public',
      text('to') === 'PRIVATE' ? 'only those it concerns see it' : null,
    ],
  },
  'title-changed': {
    glyph: 'note',
    tell: ({ who, text }) => [who, 'changed the title', text('from') && `from “${text('from')}”`],
  },
  'description-changed': { glyph: 'note', tell: ({ who }) => [who, 'changed the description'] },
  'note-edited': { glyph: 'note', tell: ({ who }) => [who, 'edited a note'] },
  'tags-changed': { glyph: 'note', tell: (facts) => [facts.who, 'changed the tags', listed(facts)] },
  'fields-changed': {
    glyph: 'note',
    tell: (facts) => [facts.who, 'changed the details', facts.texts('fields') ?? null],
  },
  'watchers-changed': { glyph: 'person', tell: (facts) => [facts.who, 'changed who watches', listed(facts)] },
  'incident-linked': {
    glyph: 'next',
    tell: ({ who, text }) => [who, `linked ${text('number') ?? 'another incident'}`],
  },
  'incident-unlinked': {
    glyph: 'next',
    tell: ({ who, text }) => [who, `unlinked ${text('number') ?? 'another incident'}`],
  },
} satisfies Record<string, Teller>;
