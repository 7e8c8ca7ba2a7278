import { expect, it } from 'vitest';
import { createDashboardInput, FIRST_PANELS, movePanel, orderPanels, PANEL_SUBJECTS, sharedReports } from './dashboard';

const ids = (panels: readonly { id: string }[]) => panels.map(({ id }) => id).join('');
const abc = ['a', 'b', 'c'].map((id) => ({ id }));

it('moves a panel by one place, and nowhere beyond the ends', () => {
  expect(ids(movePanel(abc, 'b', -1))).toBe('bac');
  expect(ids(movePanel(abc, 'b', 1))).toBe('acb');
  expect(ids(movePanel(abc, 'a', -1))).toBe('abc');
  expect(ids(movePanel(abc, 'c', 1))).toBe('abc');
  expect(ids(movePanel(abc, 'x', 1))).toBe('abc');
});

it('takes an order that was made by dragging, and loses no panel that it does not name', () => {
  expect(ids(orderPanels(abc, ['c', 'a', 'b']))).toBe('cab');
  expect(ids(orderPanels(abc, ['c', 'x']))).toBe('cab');
  expect(ids(orderPanels(abc, []))).toBe('abc');
});

it('reads the incidents of panels once that are about the same ones', () => {
  const all = { days: 30 as const, serviceId: null, teamId: null };
  const panels = [all, { ...all, days: 7 as const }, all, { ...all, serviceId: 'svc_1' }];
  expect(sharedReports(panels).map(({ narrowing }) => [narrowing.days, narrowing.serviceId])).toEqual([
    [30, null],
    [7, null],
    [30, 'svc_1'],
  ]);
});

it('begins with panels that there are, and takes no others', () => {
  expect(FIRST_PANELS.every(({ subject }) => PANEL_SUBJECTS.includes(subject))).toBe(true);
  const panel = { subject: 'figure:mtta', days: 30 };
  expect(createDashboardInput.safeParse({ name: 'D', panels: [panel] }).success).toBe(true);
  for (const wrong of [
    { ...panel, subject: 'figure:luck' },
    { ...panel, days: 31 },
  ])
    expect(createDashboardInput.safeParse({ name: 'D', panels: [wrong] }).success).toBe(false);
});
