import { describe, expect, it } from 'vitest';
import { createScheduleInput } from '../../../domain/schedule/input';
import type { Layer } from '../../../domain/schedule/schedule';
import { draftOf, fields, readDraft, type ScheduleDraft, scheduleInputOf } from './draft';
import { moved } from './draft-moves';
import { fieldOfPath } from './draft-words';

const layer: Layer = {
  name: 'Primary',
  priority: 3,
  start: '2026-01-05T14:00:00Z',
  end: '2026-12-01T05:00:00Z',
  rotation: { unit: 'week', length: 2, anchor: '2026-01-05T09:00', handoff: '09:00' },
  users: ['usr_ana', null, ['usr_bo', 'usr_cy']],
  restrictions: [
    { kind: 'daily', startTime: '22:00', durationMinutes: 480 },
    { kind: 'weekly', startDay: 'friday', startTime: '18:00', durationMinutes: 3780 },
    { kind: 'weekly', startDay: 'monday', startTime: '09:00', endDay: 'monday', endTime: '17:00' },
  ],
  countOnlyActiveTurns: true,
};
const stored = { name: 'Payments', timezone: 'America/New_York', layers: [layer] };

/** The form a browser would send of a draft. */
function formOf(draft: ScheduleDraft): FormData {
  const form = new FormData();
  form.set('name', draft.name);
  form.set('timezone', draft.timezone);
  if (draft.keepCurrent) form.set('keepCurrent', 'on');
  form.set('effectiveFrom', draft.effectiveFrom);
  for (const [i, { turns, restrictions, onlyActive, ...rest }] of draft.layers.entries()) {
    for (const [part, value] of Object.entries(rest)) form.set(fields.layer(i, part), value);
    if (onlyActive) form.set(fields.layer(i, 'onlyActive'), 'on');
    for (const [j, turn] of turns.entries())
      for (const [k, person] of (turn.length > 0 ? turn : ['nobody']).entries())
        form.set(fields.person(i, j, k), person);
    for (const [j, hours] of restrictions.entries())
      for (const [part, value] of Object.entries(hours)) form.set(fields.restriction(i, j, part), value);
  }
  return form;
}

describe('a layer in the form', () => {
  it('comes back as it was stored if nobody touched it', () => {
    const draft = readDraft(formOf(draftOf(stored)));
    expect(draft).toEqual(draftOf(stored));
    expect(scheduleInputOf(draft, stored.layers).layers[0]).toBe(layer);
  });

  it('means the same without what was stored', () => {
    const { layers } = createScheduleInput.parse(scheduleInputOf(readDraft(formOf(draftOf(stored)))));
    expect(layers[0]).toMatchObject({
      priority: 3,
      start: '2026-01-05T14:00:00.000Z',
      end: '2026-12-01T05:00:00.000Z',
      rotation: layer.rotation,
      users: layer.users,
      countOnlyActiveTurns: true,
      restrictions: [
        { kind: 'daily', startTime: '22:00', endTime: '06:00' },
        { kind: 'weekly', startDay: 'friday', startTime: '18:00', endDay: 'monday', endTime: '09:00' },
        layer.restrictions[2],
      ],
    });
  });

  it('starts with its first turn unless told otherwise', () => {
    const draft = draftOf(stored);
    expect(draft.layers[0]?.start).toBe('');
    expect(draftOf({ ...stored, layers: [{ ...layer, start: '2026-01-06T14:30:00Z' }] }).layers[0]?.start).toBe(
      '2026-01-06T09:30',
    );
  });

  it('leaves out turns that nobody was chosen for, and keeps empty ones', () => {
    const draft = draftOf(stored);
    const typed = { ...draft, layers: draft.layers.map((one) => ({ ...one, turns: [[''], [], ['', 'usr_bo']] })) };
    expect(scheduleInputOf(readDraft(formOf(typed))).layers[0]?.users).toEqual([null, 'usr_bo']);
  });

  it('is refused at the field that cannot be read', () => {
    const draft = draftOf(stored);
    const typed = { ...draft, layers: draft.layers.map((one) => ({ ...one, length: 'two', date: '', end: 'soon' })) };
    const { error } = createScheduleInput.safeParse(scheduleInputOf(typed));
    const found = error?.issues.map(({ path }) => fieldOfPath(path.join('/')));
    expect(found).toEqual(expect.arrayContaining(['layer-0-length', 'layer-0-date', 'layer-0-end']));
  });
});

describe('the buttons', () => {
  const setting = { people: [], now: Date.parse('2026-11-26T12:00:00Z') };
  const press = (draft: ScheduleDraft, op: string) => moved(draft, op, setting);
  const turnsAfter = (op: string) => press(draftOf(stored), op)?.draft.layers[0]?.turns;

  it('move a turn, and keep the keyboard with it', () => {
    expect(turnsAfter('turn-down:0:0')).toEqual([[], ['usr_ana'], ['usr_bo', 'usr_cy']]);
    expect(press(draftOf(stored), 'turn-down:0:0')?.focus).toBe('turn-down:0:1');
    expect(press(draftOf(stored), 'turn-up:0:1')?.focus).toBe('turn-down:0:0');
    expect(turnsAfter('turn-up:0:0')).toEqual(draftOf(stored).layers[0]?.turns);
  });

  it('add and take out turns, people and hours', () => {
    expect(turnsAfter('add-turn:0')?.at(-1)).toEqual(['']);
    expect(turnsAfter('remove-turn:0:1')).toEqual([['usr_ana'], ['usr_bo', 'usr_cy']]);
    expect(turnsAfter('add-person:0:0')?.[0]).toEqual(['usr_ana', '']);
    expect(turnsAfter('remove-person:0:2:0')?.[2]).toEqual(['usr_cy']);
    expect(press(draftOf(stored), 'add-hours:0:weekly')?.draft.layers[0]?.restrictions).toHaveLength(4);
    expect(press(draftOf(stored), 'remove-hours:0:0')?.draft.layers[0]?.restrictions).toHaveLength(2);
  });

  it('put a new layer over the others', () => {
    expect(press(draftOf(stored), 'add-layer')?.draft.layers.at(-1)).toMatchObject({ name: 'Layer 2', priority: '4' });
    expect(press(draftOf(stored), 'remove-layer:0')?.draft.layers).toEqual([]);
  });

  it('keep name and zone when a template fills in the layers', () => {
    expect(press(draftOf(stored), 'template:daily')?.draft).toMatchObject({
      name: 'Payments',
      timezone: 'America/New_York',
      layers: [{ unit: 'day', handoff: '09:00', date: '2026-11-23' }],
    });
  });

  it('are none where the form is saved', () => {
    expect(press(draftOf(stored), '')).toBeNull();
    expect(press(draftOf(stored), 'save')).toBeNull();
  });
});
