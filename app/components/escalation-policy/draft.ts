import type { DraftPolicy } from '~/lib/paging';
import { END_ACTIONS, type EndAction, type Target } from '../../../domain/escalation/policy';
import { stepHoursField } from '../../../domain/escalation/working-hours';
import { CHANNELS, type Channel } from '../../../domain/notification/channels';
import { type LimitsDraft, limitsDraftOf, limitsInputOf, NO_LIMITS, readLimits } from './draft-limits';

/** One step as its form has it. A target is `USER:usr_1`, `TEAM:team_1`, `LEAD:team_1` or `SCHEDULE:sch_1`; '' is one not chosen yet. */
export type StepDraft = {
  delay: string;
  unit: 'minutes' | 'seconds';
  targets: string[];
  channels: Channel[];
  limits: LimitsDraft;
};

/** A policy while its form is being filled in, as it was typed; nothing of it is stored. */
export type PolicyDraft = {
  name: string;
  steps: StepDraft[];
  repeat: string;
  repeatAfter: string;
  endAction: EndAction;
  lastResort: string[];
};

export const MOST_STEPS = 20;
export const MOST_TARGETS = 20;

/** The names of the form's controls; steps and targets count from 0. */
export const fields = {
  delay: (step: number) => `step-${step}-delay`,
  unit: (step: number) => `step-${step}-unit`,
  target: (step: number, target: number) => `step-${step}-target-${target}`,
  channels: (step: number) => `step-${step}-channels`,
  lastResort: (target: number) => `last-${target}`,
};

export const newStep = (delay: string): StepDraft => ({
  delay,
  unit: 'minutes',
  targets: [''],
  channels: [],
  limits: NO_LIMITS,
});
export const NEW_POLICY: PolicyDraft = {
  name: '',
  steps: [newStep('0')],
  repeat: '0',
  repeatAfter: '5',
  endAction: 'stop',
  lastResort: [],
};

const targetText = ({ kind, id, leadOnly }: Target): string => `${kind === 'TEAM' && leadOnly ? 'LEAD' : kind}:${id}`;

export function draftOf(policy: DraftPolicy): PolicyDraft {
  return {
    name: policy.name,
    repeat: String(policy.repeat),
    repeatAfter: String(policy.repeatAfterSeconds / 60),
    endAction: policy.endAction ?? 'stop',
    lastResort: policy.lastResort.map(targetText),
    steps: policy.steps.map(({ delaySeconds, targets, channels, ...limits }) => {
      const inMinutes = delaySeconds % 60 === 0;
      return {
        delay: String(inMinutes ? delaySeconds / 60 : delaySeconds),
        unit: inMinutes ? 'minutes' : 'seconds',
        targets: targets.length > 0 ? targets.map(targetText) : [''],
        channels: channels ?? [],
        limits: limitsDraftOf(limits),
      };
    }),
  };
}

/** What a submitted form holds. */
export function readDraft(form: FormData): PolicyDraft {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const listed = (name: (index: number) => string, most: number): string[] => {
    const found: string[] = [];
    while (found.length < most && form.has(name(found.length))) found.push(text(name(found.length)));
    return found;
  };
  return {
    name: text('name'),
    repeat: text('repeat'),
    repeatAfter: text('repeatAfter'),
    endAction: END_ACTIONS.find((action) => action === text('endAction')) ?? 'stop',
    lastResort: listed(fields.lastResort, MOST_TARGETS),
    steps: listed(fields.delay, MOST_STEPS).map((delay, step) => ({
      delay,
      unit: text(fields.unit(step)) === 'seconds' ? 'seconds' : 'minutes',
      targets: listed((target) => fields.target(step, target), MOST_TARGETS),
      channels: CHANNELS.filter((channel) => form.getAll(fields.channels(step)).includes(channel)),
      limits: readLimits(form, step),
    })),
  };
}

/** Without the targets nobody has chosen; a step keeps one place to choose in. */
export const withoutBlanks = (draft: PolicyDraft): PolicyDraft => ({
  ...draft,
  lastResort: draft.lastResort.filter(Boolean),
  steps: draft.steps.map((step) => {
    const chosen = step.targets.filter(Boolean);
    return { ...step, targets: chosen.length > 0 ? chosen : [''] };
  }),
});

const KINDS: Record<string, Pick<Target, 'kind' | 'leadOnly'>> = {
  USER: { kind: 'USER' },
  TEAM: { kind: 'TEAM' },
  LEAD: { kind: 'TEAM', leadOnly: true },
  SCHEDULE: { kind: 'SCHEDULE' },
};

function targetsIn(texts: readonly string[]): Target[] {
  return texts.flatMap((text) => {
    const [kind = '', id = ''] = text.split(':', 2);
    const known = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
    return known && id ? [{ ...known, id }] : [];
  });
}

/** A typed number, also with a comma; NaN for what is none. */
const numberIn = (text: string): number => (/^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN);

const inSeconds = (text: string, unit: StepDraft['unit'] = 'minutes'): number =>
  unit === 'seconds' ? numberIn(text) : Math.round(numberIn(text) * 60);

/** The draft as the operation's schema takes it; what cannot be read becomes NaN, which the schema refuses. */
export const policyInputOf = ({ name, repeat, repeatAfter, endAction, steps, lastResort }: PolicyDraft) => ({
  name,
  repeat: numberIn(repeat || '0'),
  repeatAfterSeconds: inSeconds(repeatAfter || '5'),
  endAction,
  lastResort: targetsIn(lastResort),
  steps: steps.map(({ delay, unit, targets, channels, limits }) => ({
    delaySeconds: inSeconds(delay || '0', unit),
    targets: targetsIn(targets),
    channels: channels.length > 0 ? channels : null,
    ...limitsInputOf(limits),
  })),
});

/** The draft as far as it can be read, for looking ahead: what cannot be is taken as nothing. */
export function previewable(draft: PolicyDraft): DraftPolicy {
  const input = policyInputOf(draft);
  const usable = (value: number): number => (Number.isFinite(value) ? value : 0);
  return {
    ...input,
    repeat: usable(input.repeat),
    repeatAfterSeconds: usable(input.repeatAfterSeconds),
    steps: input.steps.map((step) => ({
      ...step,
      delaySeconds: usable(step.delaySeconds),
      hours: step.hours && stepHoursField.safeParse(step.hours).success ? step.hours : null,
    })),
  };
}
