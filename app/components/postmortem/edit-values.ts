import { textOf } from '~/lib/form';
import type { PostmortemEvent } from '../../../domain/postmortem/postmortem';
import { SECTIONS } from '../../../domain/postmortem/postmortem';
import { type Instant, MINUTE, toIso } from '../../../domain/shared/time';
import { parseWallClock } from '../../../domain/shared/zone';

/** An instant as a field of date and time has it: in UTC, as postmortems are told. */
export const fieldOfInstant = (at: Instant | null): string => (at === null ? '' : toIso(at).slice(0, 16));

/** The same back; undefined where nothing was typed, and what cannot be read as it is, for the schema to refuse. */
function instantOfField(text: string): string | null {
  if (text === '') return null;
  const wall = parseWallClock(text);
  return wall === null ? text : toIso(wall);
}

/** What the editor sent, as the operation's schema takes it. `events` are those that stood there; they keep their texts. */
export function postmortemInputOf(form: FormData, events: readonly PostmortemEvent[]) {
  const kept = new Set(form.getAll('kept'));
  const added = textOf(form, 'event');
  const addedAt = instantOfField(textOf(form, 'eventAt'));
  return {
    title: textOf(form, 'title'),
    sections: Object.fromEntries(SECTIONS.map((name) => [name, textOf(form, name)])),
    impactStartAt: instantOfField(textOf(form, 'impactStartAt')),
    impactEndAt: instantOfField(textOf(form, 'impactEndAt')),
    reviewers: form.getAll('reviewers').filter((one): one is string => typeof one === 'string' && one !== ''),
    events: [
      ...events.map(({ id, at, text }) => ({ id, at: toIso(at), text, kept: kept.has(id) })),
      ...(added === '' ? [] : [{ at: addedAt ?? '', text: added, kept: true }]),
    ],
    version: Number(textOf(form, 'version')),
  };
}

/** Minutes are as fine as the fields are: an unchanged one must not move what it shows. */
export const isSameMinute = (a: Instant | null, b: Instant | null): boolean =>
  a === b || (a !== null && b !== null && Math.floor(a / MINUTE) === Math.floor(b / MINUTE));
