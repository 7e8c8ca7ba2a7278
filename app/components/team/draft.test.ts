import { describe, expect, it } from 'vitest';
import { draftOf, nextDraft, stepOf, teamInputOf } from './draft';

const form = (...pairs: [string, string][]): FormData => {
  const made = new FormData();
  for (const [name, value] of [
    ['name', ' Payments '],
    ['member', 'ana'],
    ['role:ana', 'OWNER'],
    ['pages:ana', 'on'],
    ['member', 'bo'],
    ['role:bo', 'KING'],
    ...pairs,
  ] as const)
    made.append(name, value);
  return made;
};
const ana = { userId: 'ana', role: 'OWNER', receiveNotifications: true };
const bo = { userId: 'bo', role: 'MEMBER', receiveNotifications: false };
const cy = { userId: 'cy', role: 'ADMIN', receiveNotifications: true };

describe('the form of a team', () => {
  it.each([
    ['is saved as it stands', form(), 'save', [ana, bo]],
    [
      'adds whom the select names',
      form(['step', 'add'], ['addUserId', 'cy'], ['addRole', 'ADMIN']),
      'add',
      [ana, bo, cy],
    ],
    [
      'takes a chosen person along when it is saved',
      form(['step', 'save'], ['addUserId', 'cy'], ['addRole', 'ADMIN']),
      'save',
      [ana, bo, cy],
    ],
    ['adds nobody twice', form(['step', 'add'], ['addUserId', 'bo']), 'add', [ana, bo]],
    ['takes somebody out', form(['step', 'remove:ana'], ['addUserId', 'cy']), 'remove', [bo]],
  ])('%s', (_title, given, kind, members) => {
    expect(stepOf(given).kind).toBe(kind);
    expect(nextDraft(given)).toEqual({ name: 'Payments', leadId: '', members });
  });

  it('goes to the operation and back', () => {
    const draft = nextDraft(form());
    expect(teamInputOf(draft)).toEqual({ name: 'Payments', leadId: null, members: [ana, bo] });
    expect(draftOf({ name: 'Payments', leadId: null, members: draft.members })).toEqual(draft);
  });
});
