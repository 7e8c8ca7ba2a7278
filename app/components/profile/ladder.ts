/** One label on the drawing. `at` is a percentage of its width, `lane` 0 stands lowest. */
export type Mark = { minutes: number; text: string; at: number; lane: number; isLast: boolean };

export type Drawing = { end: number; ticks: number[]; marks: Mark[]; lanes: number };

const ENDS = [15, 30, 60, 120, 240, 480, 1440];
// The narrowest phone, in pixels, and about how wide a letter of the labels is.
const WIDTH = 280;
const LETTER = 7;
const GAP = 10;
/** From here on labels stand to the left of their mark, so that they stay inside. */
const TURN = 65;

/** What a mark takes up: its leading line at `x`, its label from `from` to `to`. */
type Placed = { mark: Mark; x: number; from: number; to: number };

/** Where the rungs of a ladder stand on a line of 15 minutes, or of more if one comes later. Labels never overlap. */
export function drawingOf(rungs: readonly { minutes: number; word: string }[]): Drawing {
  const last = Math.max(0, ...rungs.map(({ minutes }) => minutes));
  const end = ENDS.find((one) => last <= one) ?? last;
  const words = new Map<number, string[]>();
  for (const { minutes, word } of rungs.toSorted((a, b) => a.minutes - b.minutes)) {
    words.set(minutes, [...(words.get(minutes) ?? []), word]);
  }
  const all = [...words].map(([minutes, list]) => unplaced(minutes, [...new Set(list)].join(', '), end));
  // A label hangs over the lines of its neighbours further in, so those are placed first and stay below it.
  const inwards = [...all.filter(({ mark }) => mark.isLast), ...all.filter(({ mark }) => !mark.isLast).toReversed()];
  const placed: Placed[] = [];
  for (const one of inwards) {
    one.mark.lane = laneFor(one, placed);
    placed.push(one);
  }
  const marks = all.map(({ mark }) => mark);
  const lanes = Math.max(0, ...marks.map(({ lane }) => lane)) + 1;
  return { end, ticks: [0, end / 3, (end * 2) / 3, end], marks, lanes };
}

function unplaced(minutes: number, text: string, end: number): Placed {
  const at = (minutes / end) * 100;
  const isLast = at > TURN;
  const x = (at / 100) * WIDTH;
  const length = text.length * LETTER + GAP;
  const [from, to] = isLast ? [x - length, x] : [x, x + length];
  return { mark: { minutes, text, at, lane: 0, isLast }, x, from, to };
}

function laneFor({ from, to }: Placed, placed: readonly Placed[]): number {
  const overhung = placed.filter((one) => from <= one.x && one.x <= to).map(({ mark }) => mark.lane + 1);
  let lane = Math.max(0, ...overhung);
  while (placed.some((one) => one.mark.lane === lane && one.from < to && from < one.to)) lane += 1;
  return lane;
}
