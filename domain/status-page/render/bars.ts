import type { ComponentState } from '../component';
import type { PublicComponent } from '../public';
import type { UptimeDay } from '../uptime';
import { CLASS_OF } from './glyphs';
import { type Clock, dayText, durationText, esc, shareText } from './text';

/** A bar is 3 wide, with 1 of air; severity fills it from below. */
const STEP = 4;
const HEIGHT = 32;
const FILL: Record<ComponentState, number> = {
  OPERATIONAL: 0,
  MAINTENANCE: 1,
  DEGRADED: 0.4,
  PARTIAL_OUTAGE: 0.7,
  MAJOR_OUTAGE: 1,
};

/** Runs of days that look alike, drawn as one. */
function runs(days: readonly UptimeDay[]): { kind: 'unknown' | 'up' | 'trouble'; from: number; count: number }[] {
  const found: { kind: 'unknown' | 'up' | 'trouble'; from: number; count: number }[] = [];
  for (const [i, { worst }] of days.entries()) {
    const kind = worst === null ? 'unknown' : worst === 'OPERATIONAL' ? 'up' : 'trouble';
    const last = found.at(-1);
    if (last && last.kind === kind && kind !== 'trouble') last.count += 1;
    else found.push({ kind, from: i, count: 1 });
  }
  return found;
}

function drawn(days: readonly UptimeDay[]): string {
  return runs(days)
    .map(({ kind, from, count }) => {
      const x = from * STEP;
      const width = count * STEP - 1;
      if (kind === 'up') return `<path class="u" d="M${x} 16h${width}"/>`;
      if (kind === 'unknown') return `<path class="q" d="M${x + 0.5} 31.5V.5h${width - 1}v31z"/>`;
      const state = days[from]?.worst ?? 'OPERATIONAL';
      const height = Math.round(HEIGHT * FILL[state]);
      const fill = `<rect class="${CLASS_OF[state]}" x="${x}" y="${HEIGHT - height}" width="3" height="${height}"/>`;
      return state === 'MAINTENANCE' ? fill : `<path class="f" d="M${x + 0.25} .25h2.5v31.5h-2.5z"/>${fill}`;
    })
    .join('');
}

const isTrouble = ({ worst }: UptimeDay): boolean =>
  worst !== null && worst !== 'OPERATIONAL' && worst !== 'MAINTENANCE';

/** Ninety days as a picture with a text of the same, and a table of the days on which something was. */
export function barsHtml({ name, days, uptime }: PublicComponent, clock: Clock): string {
  if (days.length === 0) return '';
  const { words } = clock;
  // A share of the days that are known, so those are the ones to name.
  const known = days.filter(({ worst }) => worst !== null).length;
  const said =
    uptime === null || known === 0
      ? words.noData
      : [words.days(known), words.uptime(shareText(uptime, words)), words.troubled(days.filter(isTrouble).length)].join(
          ' · ',
        );
  const picture = `<div class="bars"><svg role="img" aria-label="${esc(`${name}: ${said}`)}" viewBox="0 0 ${days.length * STEP - 1} ${HEIGHT}" preserveAspectRatio="none">${drawn(days)}</svg></div>`;
  const rows = days.flatMap(({ date, spent }) =>
    Object.entries(spent).map(
      ([state, ms]) =>
        `<tr><th scope="row">${esc(dayText(date, clock))}<td>${esc(words.states[state as ComponentState])}<td>${esc(durationText(ms, words))}`,
    ),
  );
  if (rows.length === 0) return `${picture}<p class="m">${esc(said)}</p>`;
  const { day, state, duration } = words.headings;
  return `${picture}<details><summary>${esc(said)}</summary><table><tr><th scope="col">${esc(day)}<th scope="col">${esc(state)}<th scope="col">${esc(duration)}${rows.toReversed().join('')}</table></details>`;
}
