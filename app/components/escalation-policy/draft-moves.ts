import { fields, MOST_STEPS, MOST_TARGETS, newStep, type PolicyDraft, type StepDraft } from './draft';

// Buttons of the form that store nothing: each posts `op`, and the form comes back as it would be.

/** The draft after a button, and the control that has the keyboard then. */
export type Moved = { draft: PolicyDraft; focus: string };

/** What a button posts: `move-up:2`, `remove-target:0:1`. */
export const opOf = (verb: string, ...places: number[]): string => [verb, ...places].join(':');

const without = <T>(list: readonly T[], place: number): T[] => list.filter((_, index) => index !== place);
const withStep = (draft: PolicyDraft, place: number, change: (step: StepDraft) => StepDraft): PolicyDraft => ({
  ...draft,
  steps: draft.steps.map((step, index) => (index === place ? change(step) : step)),
});

function swapped(draft: PolicyDraft, place: number, other: number): PolicyDraft {
  const steps = [...draft.steps];
  const [one, two] = [steps[place], steps[other]];
  if (one && two) [steps[place], steps[other]] = [two, one];
  return { ...draft, steps };
}

/** The draft after the button that was pressed; null for one that saves. Places that do not exist change nothing. */
export function moved(draft: PolicyDraft, op: string): Moved | null {
  const [verb, ...rest] = op.split(':');
  const [step = 0, target = 0] = rest.map(Number);
  const last = draft.steps.length - 1;
  switch (verb) {
    case 'preview':
      return { draft, focus: 'preview' };
    case 'add-step': {
      if (draft.steps.length >= MOST_STEPS) return { draft, focus: 'add-step' };
      const grown = { ...draft, steps: [...draft.steps, newStep('5')] };
      return { draft: grown, focus: fields.target(last + 1, 0) };
    }
    case 'remove-step': {
      if (draft.steps.length <= 1) return { draft, focus: 'add-step' };
      return { draft: { ...draft, steps: without(draft.steps, step) }, focus: 'add-step' };
    }
    case 'move-up':
      return { draft: swapped(draft, step, step - 1), focus: opOf(step - 1 > 0 ? 'move-up' : 'move-down', step - 1) };
    case 'move-down': {
      const focus = opOf(step + 1 < last ? 'move-down' : 'move-up', step + 1);
      return { draft: swapped(draft, step, step + 1), focus };
    }
    case 'add-target': {
      const place = draft.steps[step]?.targets.length ?? 0;
      const grown = withStep(draft, step, (one) =>
        one.targets.length < MOST_TARGETS ? { ...one, targets: [...one.targets, ''] } : one,
      );
      return { draft: grown, focus: fields.target(step, place) };
    }
    case 'remove-target': {
      const shrunk = withStep(draft, step, (one) => ({
        ...one,
        targets: one.targets.length > 1 ? without(one.targets, target) : [''],
      }));
      return { draft: shrunk, focus: opOf('add-target', step) };
    }
    case 'add-last': {
      if (draft.lastResort.length >= MOST_TARGETS) return { draft, focus: 'add-last' };
      const grown = { ...draft, lastResort: [...draft.lastResort, ''] };
      return { draft: grown, focus: fields.lastResort(draft.lastResort.length) };
    }
    case 'remove-last':
      return { draft: { ...draft, lastResort: without(draft.lastResort, step) }, focus: 'add-last' };
    default:
      return null;
  }
}
