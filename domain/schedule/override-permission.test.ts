import { describe, expect, it } from 'vitest';
import type { Answer } from './override';
import { notOwnAffair, type OverrideWish } from './override-permission';

const answers = (...users: string[][]): Answer[] =>
  users.map((people, i) => ({ start: i * 10, end: i * 10 + 10, users: people, source: 'layer' }));
const wish = (userId: string | null, replacesUserId: string | null): OverrideWish => ({
  userId,
  replacesUserId,
  start: 0,
  end: 20,
});
const verdict = (override: OverrideWish, who: Answer[] = answers(['ana'], ['bo']), now = 5) =>
  notOwnAffair('ana', override, who, now);

describe('a person without the right to change schedules', () => {
  it('may take over anybody else, also everybody', () => {
    expect(verdict(wish('ana', 'bo'))).toBeNull();
    expect(verdict(wish('ana', null))).toBeNull();
  });

  it('may give away what is theirs', () => {
    expect(verdict(wish('bo', 'ana'))).toBeNull();
    expect(verdict(wish('bo', null), answers(['ana'], ['ana']))).toBeNull();
  });

  it.each([
    ['somebody else is on call for part of it', answers(['ana'], ['bo'])],
    ['somebody is on call beside them', answers(['ana', 'bo'])],
    ['nobody is on call for part of it', answers(['ana'], [])],
    ['nothing is known', []],
  ])('may not give "everybody" away where %s', (_what, who) => {
    expect(verdict(wish('cy', null), who)).toBe('others');
  });

  it('may not move others about', () => {
    expect(verdict(wish('cy', 'bo'))).toBe('others');
  });

  it('may not leave nobody on call, not even of their own shift', () => {
    expect(verdict(wish(null, 'ana'))).toBe('nobody');
    expect(verdict(wish(null, null), answers(['ana']))).toBe('nobody');
  });

  it('may not rewrite what is over', () => {
    expect(verdict(wish('ana', 'bo'), undefined, 20)).toBe('ended');
    expect(verdict(wish('ana', 'bo'), undefined, 19)).toBeNull();
  });
});
