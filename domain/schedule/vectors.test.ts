import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { onCallAt } from './resolve';
import { instantOf, scheduleSchema } from './schedule';
import { type Shift, shifts } from './shifts';

type ShiftText = { user: string; start: string; end: string };
type Vector = {
  name: string;
  schedule: unknown;
  queries: { at: string; local: string; expect: string[] }[];
  finalShifts?: { from: string; to: string; shifts: ShiftText[] }[];
};

const folder = new URL('../../test/fixtures/schedules/', import.meta.url);
const read = (name: string): Vector[] => JSON.parse(readFileSync(new URL(name, folder), 'utf8')).vectors;
const asInstants = ({ user, start, end }: ShiftText): Shift => ({ user, start: instantOf(start), end: instantOf(end) });

describe.each(readdirSync(folder).filter((name) => name.endsWith('.json')))('the cases of %s', (file) => {
  it.each(read(file))('$name', ({ schedule: text, queries, finalShifts = [] }) => {
    const schedule = scheduleSchema.parse(text);
    expect(schedule).toEqual(text);
    for (const { at, local, expect: users } of queries) {
      expect(onCallAt(schedule, instantOf(at)).users.sort(), `${at} = ${local}`).toEqual([...users].sort());
    }
    for (const range of finalShifts) {
      const found = shifts(schedule, instantOf(range.from), instantOf(range.to));
      expect(found).toEqual(range.shifts.map(asInstants));
    }
  });
});
