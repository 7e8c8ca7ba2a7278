import { Select } from '~/ui/field';

const OVERLAPS: [minutes: number, words: string][] = [
  [0, 'not any longer'],
  [60, 'for another hour'],
  [24 * 60, 'for another day'],
  [7 * 24 * 60, 'for another week'],
];

/** How long what is replaced goes on to work. */
export function OverlapSelect({ label }: { label: string }) {
  return (
    <Select label={label} name="overlapMinutes" defaultValue="0">
      {OVERLAPS.map(([minutes, words]) => (
        <option key={minutes} value={minutes}>
          {words}
        </option>
      ))}
    </Select>
  );
}
