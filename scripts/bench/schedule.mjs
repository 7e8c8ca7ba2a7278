// P9: shifts of one year for 10 layers in a DST zone with overrides, beside a plain Intl loop over the same hand-overs.
// Usage: node scripts/bench/schedule.mjs [part of a name]; one scene alone shows what it costs in a cold process.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundled = await build({
  stdin: {
    contents: "export * from './domain/schedule/shifts'; export * from './domain/schedule/resolve';",
    resolveDir: root,
  },
  bundle: true,
  format: 'esm',
  write: false,
});
const { onCallAt, shifts } = await import(
  `data:text/javascript;base64,${Buffer.from(bundled.outputFiles[0].text).toString('base64')}`
);

const DAY = 86_400_000;
const HOUR = 3_600_000;
const from = Date.parse('2024-01-01T00:00:00Z');
const to = from + 366 * DAY;
const iso = (at) => new Date(at).toISOString();
const layer = (i, given = {}) => ({
  name: `L${i}`,
  priority: i,
  start: '2023-01-01T00:00:00Z',
  end: null,
  rotation: { unit: 'day', length: 1, anchor: '2023-06-01T09:00', handoff: '09:00' },
  users: Array.from({ length: 7 }, (_, user) => `user${i}-${user}`),
  restrictions: i === 0 ? [] : [{ kind: 'daily', startTime: `0${i % 10}:00`, endTime: `${10 + i}:30` }],
  ...given,
});
const overrides = (count) =>
  Array.from({ length: count }, (_, i) => {
    const start = from + ((i * 366) / count) * DAY;
    return { user: `over${i % 5}`, start: iso(start), end: iso(start + 8 * HOUR) };
  });
const range = (count, make) => Array.from({ length: count }, (_, i) => make(i));
const timezone = 'America/New_York';

const year = { timezone, layers: range(10, layer), overrides: overrides(50) };
const scenes = {
  'year x 10 layers': () => shifts(year, from, to).length,
  'year x 10 layers, equal priority': () =>
    shifts({ ...year, layers: range(10, (i) => layer(i, { priority: 1 })) }, from, to).length,
  'who is on call, and until when': () => onCallAt(year, from + 40 * DAY).until,
  'the same, nothing ever changes': () =>
    onCallAt({ timezone, layers: [layer(1, { users: ['A'], restrictions: [] })], overrides: [] }, from).until,
  'year x 50 layers of 1-hour turns, 2000 overrides': () =>
    shifts(
      {
        timezone,
        layers: range(50, (i) => {
          const minute = String(i).padStart(2, '0');
          const rotation = { unit: 'hour', length: 1, anchor: `1950-06-01T09:${minute}`, handoff: `09:${minute}` };
          return layer(i, { rotation, users: ['A', null, 'B'], restrictions: [] });
        }),
        overrides: overrides(2000),
      },
      from,
      to,
    ).length,
  'on call with 2000 overrides': () => onCallAt({ ...year, overrides: overrides2000 }, from + 40 * DAY).until,
  'active turns counted over 50 years': () =>
    onCallAt(
      {
        timezone,
        layers: [
          layer(1, {
            rotation: { unit: 'hour', length: 1, anchor: '1974-06-01T09:00', handoff: '09:00' },
            countOnlyActiveTurns: true,
          }),
        ],
        overrides: [],
      },
      from,
    ).until,
};
const overrides2000 = overrides(2000);

/** The baseline: every hand-over of 10 layers turned into an instant by two formatter calls. */
function plainIntl() {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const offset = (at) => {
    const [month, day, year_, hour, minute, second] = format.format(at).match(/\d+/g).map(Number);
    return Date.UTC(year_, month - 1, day, hour, minute, second) - at;
  };
  let sum = 0;
  for (let i = 0; i < 10; i += 1) {
    for (let wall = from + 9 * HOUR; wall < to; wall += DAY) sum += wall - offset(wall - offset(wall));
  }
  return sum;
}

function time(run) {
  const began = performance.now();
  run();
  return performance.now() - began;
}
function report(name, run) {
  const first = time(run);
  const rest = range(15, () => time(run)).sort((a, b) => a - b);
  console.log(
    `${name.padEnd(50)} first ${first.toFixed(2).padStart(8)} ms   median ${rest[7].toFixed(2).padStart(8)} ms`,
  );
  return rest[7];
}
const BASELINE = 'plain Intl loop, 10 layers x 366 hand-overs';
const all = { ...scenes, [BASELINE]: plainIntl };
const only = process.argv[2] ?? '';
const medians = {};
for (const [name, run] of Object.entries(all)) if (name.includes(only)) medians[name] = report(name, run);
const ratio = medians['year x 10 layers'] / medians[BASELINE];
if (ratio) console.log(`P9 asks for at most 1.5 x the plain loop; it is ${ratio.toFixed(2)} x.`);
console.log(JSON.stringify({ medians, ratio: ratio || null }));
