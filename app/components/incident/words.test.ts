import { expect, it } from 'vitest';
import { undoableLine } from './words';

const timeline = [
  { id: 'a', kind: 'snoozed' },
  { id: 'b', kind: 'snooze-ended' },
  { id: 'c', kind: 'resolved' },
  { id: 'd', kind: 'notification-sent' },
] as const;

it.each([
  ['a resolved incident from its last line', timeline, ['reopen', 'note'], 'c'],
  ['nothing while that is not allowed', timeline, ['note'], undefined],
  ['nothing that was not the last of its kind', timeline.slice(0, 2), ['acknowledge'], undefined],
  ['a snooze that still runs', timeline.slice(0, 1), ['unsnooze'], 'a'],
  ['nothing where nothing happened', [], ['reopen'], undefined],
] as const)('takes back %s', (_, entries, allowed, id) => {
  expect(undoableLine({ timeline: entries, allowed })?.id).toBe(id);
});
