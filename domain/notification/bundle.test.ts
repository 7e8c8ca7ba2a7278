import { describe, expect, it } from 'vitest';
import {
  type BundlePage,
  type BundleVerdict,
  bundleHeadline,
  decideBundle,
  GATHER_MS,
  isOneRequest,
  type KnownPage,
  overdueLeaders,
  REQUEST_GATHER_MS,
  STORM_WINDOW_MS,
  TAKE_OVER_MS,
} from './bundle';

const T0 = Date.UTC(2026, 10, 23, 3);
const pageOf = (incident: string, notification = incident): BundlePage => ({
  notificationId: notification,
  incidentId: incident,
  title: incident,
  serviceName: 'checkout-api',
});

/** An address and what it was to get, as a person's object keeps it. */
function address() {
  const known: KnownPage[] = [];
  return {
    known,
    ask(incident: string, at: number, notification = incident, request: string | null = null): BundleVerdict {
      const page = { ...pageOf(incident, notification), request };
      const verdict = decideBundle(known, page, at);
      if (verdict.kind === 'lead') {
        for (const one of known) if (one.notificationId === notification) one.sentAt = at;
      } else if (verdict.isNew) {
        const leaderId = verdict.kind === 'alone' ? null : verdict.kind === 'gather' ? notification : verdict.leaderId;
        const until = verdict.kind === 'gather' ? verdict.until : null;
        known.push({ ...page, at, leaderId, until, sentAt: null });
      }
      return verdict;
    },
  };
}

describe('pages to one address', () => {
  it('go out one by one until they are a storm; then the fourth waits a moment and brings what gathers', () => {
    const phone = address();
    expect(['a', 'b', 'c'].map((one) => phone.ask(one, T0).kind)).toEqual(['alone', 'alone', 'alone']);
    expect(phone.ask('d', T0)).toEqual({ kind: 'gather', until: T0 + GATHER_MS, isNew: true });
    expect(['e', 'f'].map((one) => phone.ask(one, T0 + 1000).kind)).toEqual(['folded', 'folded']);
    const led = phone.ask('d', T0 + GATHER_MS);
    expect(led.kind === 'lead' && led.pages.map(({ incidentId }) => incidentId)).toEqual(['d', 'e', 'f']);
  });

  it('are bundled for as long as the storm lasts, and no longer', () => {
    const phone = address();
    for (const one of ['a', 'b', 'c', 'd']) phone.ask(one, T0);
    phone.ask('d', T0 + GATHER_MS);
    expect(phone.ask('e', T0 + GATHER_MS + 1).kind).toBe('gather');
    phone.ask('e', T0 + 2 * GATHER_MS + 1);
    expect(phone.ask('f', T0 + 3 * STORM_WINDOW_MS).kind).toBe('alone');
  });

  it('of an incident that had its own message stay its own: two incidents that repeat are no storm', () => {
    const phone = address();
    for (const one of ['a', 'b', 'c', 'd']) phone.ask(one, T0);
    expect(phone.ask('a', T0 + 30_000, 'a again').kind).toBe('alone');
    const other = address();
    const kinds = [0, 30, 60].flatMap((s) => ['a', 'b'].map((one) => other.ask(one, T0 + s * 1000, `${one}${s}`).kind));
    expect(new Set(kinds)).toEqual(new Set(['alone']));
  });

  it('get the same answer however often they ask', () => {
    const phone = address();
    for (const one of ['a', 'b', 'c', 'd', 'e']) phone.ask(one, T0);
    expect(phone.ask('a', T0 + 1)).toEqual({ kind: 'alone', isNew: false });
    expect(phone.ask('e', T0 + 1)).toMatchObject({ kind: 'folded', leaderId: 'd', isNew: false });
    expect(phone.ask('d', T0 + 1)).toMatchObject({ kind: 'gather', isNew: false });
    const first = phone.ask('d', T0 + GATHER_MS);
    expect(phone.ask('d', T0 + GATHER_MS + 5000)).toMatchObject({ kind: 'lead', pages: expect.any(Array) });
    expect(first).toMatchObject({ kind: 'lead' });
  });

  it('are never more in one bundle than one press can acknowledge', () => {
    const phone = address();
    for (let n = 0; n < 3; n += 1) phone.ask(`first ${n}`, T0);
    const kinds = Array.from({ length: 150 }, (_, n) => phone.ask(`p${n}`, T0).kind);
    expect(kinds.filter((kind) => kind === 'gather')).toHaveLength(2);
    expect(kinds.filter((kind) => kind === 'folded')).toHaveLength(148);
  });
});

it('a bundle that its own incident does not bring is overdue, and one that went out is not', () => {
  const phone = address();
  for (const one of ['a', 'b', 'c', 'd', 'e']) phone.ask(one, T0);
  const late = T0 + GATHER_MS + TAKE_OVER_MS;
  expect(overdueLeaders(phone.known, late - 1)).toEqual([]);
  expect(overdueLeaders(phone.known, late).map(({ incidentId }) => incidentId)).toEqual(['d']);
  phone.ask('d', late);
  expect(overdueLeaders(phone.known, late + 1)).toEqual([]);
});

it('is told by its services, the busiest first', () => {
  const on = (...names: string[]) => names.map((serviceName) => ({ serviceName }));
  expect(bundleHeadline(on('a', 'a'))).toBe('2 more on a');
  expect(bundleHeadline(on('b', 'a', 'a'))).toBe('3 more: 2 on a, 1 on b');
  expect(bundleHeadline(on('a', 'b', 'c', 'd'))).toBe('4 more: 1 on a, 1 on b, 1 on c and others');
});

describe('several incidents of one request', () => {
  it('page a person once, however few they are', () => {
    const phone = address();
    const until = T0 + REQUEST_GATHER_MS;
    expect(phone.ask('a', T0, 'a', 'req_1')).toEqual({ kind: 'gather', until, isNew: true });
    expect(phone.ask('b', T0 + 10, 'b', 'req_1')).toMatchObject({ kind: 'folded', leaderId: 'a' });
    const led = phone.ask('a', until, 'a', 'req_1');
    expect(led.kind === 'lead' && led.pages.map(({ incidentId }) => incidentId)).toEqual(['a', 'b']);
    expect(led.kind === 'lead' && isOneRequest(led.pages)).toBe(true);
  });

  it('keep apart from another request and from what comes by itself', () => {
    const phone = address();
    phone.ask('a', T0, 'a', 'req_1');
    expect(phone.ask('b', T0, 'b', 'req_2')).toMatchObject({ kind: 'gather' });
    expect(phone.ask('c', T0)).toEqual({ kind: 'alone', isNew: true });
  });

  it('join the bundle of a storm that is about to go out', () => {
    const phone = address();
    for (const one of ['a', 'b', 'c', 'd']) phone.ask(one, T0);
    expect(phone.ask('e', T0 + 10, 'e', 'req_1')).toMatchObject({ kind: 'folded', leaderId: 'd' });
  });

  it('are told by how many they are, not as more of something', () => {
    const of = (request?: string) => ['a', 'b'].map((one) => ({ ...pageOf(one), ...(request ? { request } : {}) }));
    expect(bundleHeadline(of('req_1'))).toBe('2 incidents on checkout-api');
    expect(bundleHeadline(of())).toBe('2 more on checkout-api');
  });
});
