import { describe, expect, it } from 'vitest';
import { plan } from '../plan/plan.testing';
import type { Effect } from './change';
import { signal, story } from './story.testing';

type Story = ReturnType<typeof story>;
const refOf = ({ state: { id, number, title } }: Story) => ({ id, number, title });

const open = (id: string, dedupKey: string, urgency: 'HIGH' | 'LOW' = 'HIGH') =>
  story(plan(), { dedupKey, title: `${dedupKey} full`, urgency }, id);

const effectsOf = <K extends Effect['kind']>(incident: Story, kind: K) =>
  incident.effects.filter((effect): effect is Extract<Effect, { kind: K }> => effect.kind === kind);

/** Merges one into the other as the two objects do it. */
function merged(one: Story, other: Story) {
  expect(one.command({ verb: 'merge', into: refOf(other) }).kind).toBe('applied');
  const [effect] = effectsOf(one, 'hand-over').slice(-1);
  if (!effect) throw new Error('nothing was handed over');
  const given = { ...effect.given, history: one.timeline };
  return { given, outcome: other.play({ kind: 'take-over', given }) };
}

function takenBack(one: Story, other: Story) {
  const alerts = Object.values(other.state.alerts).filter(({ mergedFrom }) => mergedFrom === one.state.id);
  one.command({ verb: 'unmerge', alerts, reason: null });
  const [effect] = effectsOf(one, 'take-back').slice(-1);
  if (!effect) throw new Error('nothing was taken back');
  return other.play({ kind: 'give-back', taken: effect.taken });
}

describe('merging', () => {
  it('stops paging, tells nobody that it is over, and leaves first-resolve alone', () => {
    const one = open('inc_1', 'disk');
    one.deliver('ana', { outcome: 'sent' });
    one.pages();
    merged(one, open('inc_2', 'queue'));
    expect(one.status).toBe('RESOLVED');
    expect(one.state.mergedInto).toMatchObject({ id: 'inc_2' });
    one.pass(3600);
    expect(one.pages()).toEqual([]);
    expect(one.notices()).toEqual([]);
    expect(one.state.sla.firstResolvedAt).toBeNull();
    expect(effectsOf(one, 'release')).toEqual([]);
    expect(effectsOf(one, 'redirect')).toMatchObject([{ dedupKey: 'disk', from: 'inc_1', to: 'inc_2', isOpen: true }]);
  });

  it('moves alerts and story, so that the other resolves when all of them have', () => {
    const [one, other] = [open('inc_1', 'disk'), open('inc_2', 'queue')];
    merged(one, other);
    expect(Object.values(other.state.alerts).map(({ dedupKey }) => dedupKey)).toEqual(['queue', 'disk']);
    expect(other.timeline.some(({ detail }) => 'mergedFrom' in detail)).toBe(true);
    other.play({ kind: 'alert', action: 'resolve', signal: signal({ dedupKey: 'queue' }) });
    expect(other.status).toBe('OPEN');
    other.play({ kind: 'alert', action: 'resolve', signal: signal({ dedupKey: 'disk' }) });
    expect(other.status).toBe('RESOLVED');
    expect(effectsOf(other, 'release').map(({ dedupKey }) => dedupKey)).toEqual(['queue', 'disk']);
  });

  it('sends what still comes for the merged one to the other, which counts it without paging', () => {
    const [one, other] = [open('inc_1', 'disk'), open('inc_2', 'queue')];
    merged(one, other);
    other.pages();
    const late = signal({ dedupKey: 'disk', count: 2 });
    expect(one.play({ kind: 'alert', action: 'trigger', signal: late })).toEqual({ kind: 'moved', to: 'inc_2' });
    expect(one.play({ kind: 'alert', action: 'resolve', signal: late })).toEqual({ kind: 'moved', to: 'inc_2' });
    expect(other.play({ kind: 'alert', action: 'trigger', signal: { ...late, mergedFrom: 'inc_1' } }).kind).toBe(
      'absorbed',
    );
    expect(Object.values(other.state.alerts)[1]).toMatchObject({ count: 3, mergedFrom: 'inc_1' });
    expect(other.pages()).toEqual([]);
  });

  it('heard twice changes nothing, and into one that has closed is not taken', () => {
    const [one, other] = [open('inc_1', 'disk'), open('inc_2', 'queue')];
    const { given } = merged(one, other);
    expect(other.play({ kind: 'take-over', given })).toEqual({ kind: 'unchanged' });
    const closed = open('inc_3', 'cache');
    closed.command({ verb: 'resolve', note: null });
    expect(closed.play({ kind: 'take-over', given })).toEqual({ kind: 'closed' });
  });

  it('tells those who were paged for either when the one that is left is over', () => {
    const [one, other] = [open('inc_1', 'disk'), open('inc_2', 'queue')];
    one.pass(300);
    one.deliver('bo', { outcome: 'sent' });
    other.deliver('ana', { outcome: 'sent' });
    merged(one, other);
    other.command({ verb: 'resolve', note: null });
    expect(other.notices()).toEqual(['ana email', 'bo email']);
  });

  it('pages for the other when what comes with it is more urgent', () => {
    const [one, other] = [open('inc_1', 'disk'), open('inc_2', 'queue', 'LOW')];
    other.pages();
    merged(one, other);
    expect(other.state.urgency).toBe('HIGH');
    expect(other.pages()).toEqual(['ana email']);
  });

  it('refuses every other verb on the merged one, and says what it is part of', () => {
    const [one, other] = [open('inc_1', 'disk'), open('inc_2', 'queue')];
    merged(one, other);
    expect(one.command({ verb: 'reopen', reason: null })).toMatchObject({
      kind: 'refused',
      failure: { code: 'conflict', detail: { offer: 'unmerge', mergedInto: { id: 'inc_2' } } },
    });
    expect(one.command({ verb: 'merge', into: refOf(other) })).toEqual({ kind: 'unchanged' });
  });
});

describe('taking back out', () => {
  it('opens and pages from step 1 with what still burns, and its alerts and keys go with it', () => {
    const [one, other] = [open('inc_1', 'disk'), open('inc_2', 'queue')];
    merged(one, other);
    other.play({ kind: 'alert', action: 'trigger', signal: signal({ dedupKey: 'disk', count: 4 }) });
    one.pages();
    takenBack(one, other);
    expect(one.status).toBe('OPEN');
    expect(one.pages()).toEqual(['ana email']);
    expect(Object.values(one.state.alerts)).toMatchObject([{ dedupKey: 'disk', count: 5, status: 'OPEN' }]);
    expect(Object.values(other.state.alerts).map(({ dedupKey }) => dedupKey)).toEqual(['queue']);
    expect(effectsOf(one, 'redirect').at(-1)).toMatchObject({ dedupKey: 'disk', from: 'inc_2', to: 'inc_1' });
    const late = signal({ dedupKey: 'disk' });
    expect(other.play({ kind: 'alert', action: 'trigger', signal: late })).toEqual({ kind: 'moved', to: 'inc_1' });
    expect(one.play({ kind: 'alert', action: 'trigger', signal: late }).kind).toBe('absorbed');
  });

  it('stays resolved where its alerts are over by then, and pages nobody', () => {
    const [one, other] = [open('inc_1', 'disk'), open('inc_2', 'queue')];
    merged(one, other);
    other.play({ kind: 'alert', action: 'resolve', signal: signal({ dedupKey: 'disk' }) });
    one.pages();
    takenBack(one, other);
    expect(one.status).toBe('RESOLVED');
    expect(one.state.mergedInto).toBeNull();
    expect(one.pages()).toEqual([]);
    expect(effectsOf(one, 'redirect').at(-1)).toMatchObject({ isOpen: false });
  });

  it('resolves the other where nothing else of it burned', () => {
    const [one, other] = [open('inc_1', 'disk'), open('inc_2', 'queue')];
    merged(one, other);
    other.play({ kind: 'alert', action: 'resolve', signal: signal({ dedupKey: 'queue' }) });
    takenBack(one, other);
    expect(other.status).toBe('RESOLVED');
  });

  it('can be merged again, and word of the first time that comes late is not taken for the second', () => {
    const [one, other] = [open('inc_1', 'disk'), open('inc_2', 'queue')];
    const first = merged(one, other);
    takenBack(one, other);
    expect(other.play({ kind: 'take-over', given: first.given })).toEqual({ kind: 'unchanged' });
    expect(merged(one, other).outcome.kind).toBe('applied');
    expect(Object.values(other.state.alerts).map(({ dedupKey }) => dedupKey)).toEqual(['queue', 'disk']);
  });

  it('is refused for one that is part of nothing', () => {
    const one = open('inc_1', 'disk');
    expect(one.command({ verb: 'unmerge', alerts: [], reason: null }).kind).toBe('refused');
  });
});
