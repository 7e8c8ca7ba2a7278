import { describe, expect, it } from 'vitest';
import { call } from './support';

type Shift = { user: string; start: string; end: string };
type Vector = {
  name: string;
  schedule: unknown;
  queries: { at: string; local: string; expect: string[] }[];
  finalShifts?: { from: string; to: string; shifts: Shift[] }[];
};

const files = import.meta.glob<{ vectors: Vector[] }>('../../fixtures/schedules/*.json', { eager: true });
const inMs = ({ user, start, end }: Shift) => ({ user, start: Date.parse(start), end: Date.parse(end) });
const preview = (body: object) => call('POST', '/schedules/preview', body);

it('finds the cases', () => {
  expect(Object.keys(files).length).toBeGreaterThan(15);
});

describe.each(Object.entries(files))('the preview answers the cases of %s', (_file, { vectors }) => {
  it.each(vectors)('$name', async ({ schedule, queries, finalShifts = [] }) => {
    const at = queries.map((query) => query.at);
    const asked = await preview({ schedule, at });
    expect(asked.status).toBe(200);
    expect(asked.body.shifts).toEqual([]);
    const answers = asked.body.queries as { at: string; users: string[] }[];
    expect(answers.map((answer) => answer.at)).toEqual(at);
    expect(answers.map(({ users }) => users.sort())).toEqual(queries.map((query) => [...query.expect].sort()));
    for (const { from, to, shifts } of finalShifts) {
      const range = await preview({ schedule, from, to });
      expect((range.body.shifts as Shift[]).map(inMs)).toEqual(shifts.map(inMs));
    }
  });
});
