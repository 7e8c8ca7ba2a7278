import { DEFAULT_AVAILABILITY_PERCENT } from '../../../domain/analytics/error-budget';
import { PRIORITIES, type Priority, URGENCIES, type Urgency } from '../../../domain/incident/incident';
import type { ServiceSettings } from '../../../domain/plan/plan';
import { THREAD_KINDS, type ThreadKind } from '../../../domain/slack/thread-kinds';
import { minutesText } from './words';

/** What a service's form shows, by the names of its fields. */
export type ServiceValues = Record<string, string>;

type Shown = {
  name: string;
  description: string | null;
  teamId: string | null;
  escalationPolicyId: string | null;
  runbookUrl: string | null;
  slackChannel: string | null;
  settings: ServiceSettings;
};

export const timeoutField = (urgency: Urgency): string => `timeout-${urgency}`;
export const acknowledgeField = (priority: Priority): string => `acknowledge-${priority}`;
export const threadField = (kind: ThreadKind): string => `thread-${kind}`;
export const resolveField = (priority: Priority): string => `resolve-${priority}`;

export function valuesOf({ settings, ...service }: Shown): ServiceValues {
  const values: ServiceValues = {
    defaultUrgency: settings.defaultUrgency,
    locationHint: settings.locationHint ?? '',
  };
  for (const [name, value] of Object.entries(service)) if (typeof value === 'string') values[name] = value;
  for (const urgency of URGENCIES)
    values[timeoutField(urgency)] = minutesText(settings.acknowledgementTimeoutSeconds[urgency]);
  for (const kind of settings.threadKinds ?? THREAD_KINDS) values[threadField(kind)] = 'yes';
  values.reopenWindowMinutes = settings.reopenWindowMinutes ? String(settings.reopenWindowMinutes) : '';
  for (const name of INTAKE_NUMBERS) values[name] = String(settings[name] ?? '');
  values.groupingLabels = (settings.groupingLabels ?? []).join(', ');
  values.slaWarningPercent = String(settings.slaWarningPercent ?? '');
  values.availabilityPercent = String(settings.availabilityPercent ?? DEFAULT_AVAILABILITY_PERCENT);
  values.slaPausesInMaintenance = yesOrNo(settings.slaPausesInMaintenance ?? true);
  values.slaPausesWhileSnoozed = yesOrNo(settings.slaPausesWhileSnoozed ?? false);
  for (const priority of PRIORITIES) {
    const { acknowledgeMinutes, resolveMinutes } = settings.sla[priority];
    values[acknowledgeField(priority)] = acknowledgeMinutes === null ? '' : String(acknowledgeMinutes);
    values[resolveField(priority)] = resolveMinutes === null ? '' : String(resolveMinutes);
  }
  return values;
}

const yesOrNo = (value: boolean): string => (value ? 'yes' : '');

/** A typed number; null for nothing, NaN for what is none. A comma counts as a point. */
function numberIn(text: string): number | null {
  const typed = text.trim().replace(',', '.');
  return typed === '' ? null : /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : Number.NaN;
}

/** What decides on an alert before it pages, as numbers that may be left out. */
export const INTAKE_NUMBERS = [
  'groupingMinutes',
  'stormLimit',
  'flapLimit',
  'flapMinutes',
  'holdBackSeconds',
  'holdBackCount',
  'holdBackMinutes',
  'autoResolveHours',
] as const;
type IntakeNumber = (typeof INTAKE_NUMBERS)[number];

const intakeOf = (read: (name: string) => string) => ({
  ...(Object.fromEntries(INTAKE_NUMBERS.map((name) => [name, numberIn(read(name))])) as Record<
    IntakeNumber,
    number | null
  >),
  groupingLabels: read('groupingLabels')
    .split(',')
    .map((label) => label.trim())
    .filter(Boolean),
});

/** The most that each takes. */
const INTAKE_MOST: Record<IntakeNumber, string> = {
  groupingMinutes: '1,440 (a day)',
  stormLimit: '100,000',
  flapLimit: '20',
  flapMinutes: '1,440 (a day)',
  holdBackSeconds: '3,600 (an hour)',
  holdBackCount: '100,000',
  holdBackMinutes: '1,440 (a day)',
  autoResolveHours: '8,760 (a year)',
};

/** The form as the operation's schema takes it; what cannot be read becomes NaN, which the schema refuses. */
export function serviceInputOf(read: (name: string) => string) {
  const told = THREAD_KINDS.filter((kind) => read(threadField(kind)) === 'yes');
  const optional = (name: string): string | null => read(name).trim() || null;
  const seconds = (urgency: Urgency): number | null => {
    const minutes = numberIn(read(timeoutField(urgency)));
    return minutes === null ? null : Math.round(minutes * 60);
  };
  return {
    name: read('name'),
    description: optional('description')?.replaceAll('\r\n', '\n') ?? null,
    teamId: optional('teamId'),
    escalationPolicyId: optional('escalationPolicyId'),
    runbookUrl: optional('runbookUrl'),
    slackChannel: optional('slackChannel'),
    settings: {
      defaultUrgency: read('defaultUrgency') || undefined,
      locationHint: optional('locationHint'),
      acknowledgementTimeoutSeconds: Object.fromEntries(URGENCIES.map((urgency) => [urgency, seconds(urgency)])),
      reopenWindowMinutes: numberIn(read('reopenWindowMinutes')),
      ...intakeOf(read),
      slaWarningPercent: numberIn(read('slaWarningPercent')),
      availabilityPercent: numberIn(read('availabilityPercent')) ?? DEFAULT_AVAILABILITY_PERCENT,
      slaPausesInMaintenance: read('slaPausesInMaintenance') === 'yes',
      slaPausesWhileSnoozed: read('slaPausesWhileSnoozed') === 'yes',
      threadKinds: told.length === THREAD_KINDS.length ? null : told,
      sla: Object.fromEntries(
        PRIORITIES.map((priority) => [
          priority,
          {
            acknowledgeMinutes: numberIn(read(acknowledgeField(priority))),
            resolveMinutes: numberIn(read(resolveField(priority))),
          },
        ]),
      ),
    },
  };
}

/** Which field of the form a path of the input belongs to. */
export function fieldOfPath(path: string): string {
  const [, group, key = '', part] = path.split('/');
  if (group === 'acknowledgementTimeoutSeconds') return `timeout-${key}`;
  if (group === 'sla') return part === 'resolveMinutes' ? `resolve-${key}` : `acknowledge-${key}`;
  return group ?? path;
}

/** What people read where the schema's words are meant for programs; by the field of the form. */
export function messageFor(field: string): string | undefined {
  if (field === 'name') return 'Give the service a name of at most 200 characters, on one line.';
  if (field === 'runbookUrl') return 'Give the runbook’s whole address, beginning with https://.';
  if (field === 'slackChannel') return 'Give a Slack channel on one line, at most 200 characters.';
  if (field === 'locationHint') return 'Choose a region from the list, or none.';
  if (field === 'teamId') return 'This team no longer exists. Choose another.';
  if (field === 'escalationPolicyId') return 'This policy no longer exists. Choose another.';
  if (field === 'reopenWindowMinutes') return 'Give whole minutes up to 10,080 (7 days), or leave it empty.';
  const most = Object.hasOwn(INTAKE_MOST, field) ? INTAKE_MOST[field as IntakeNumber] : undefined;
  if (most) return `Give a whole number from 1 to ${most}, or leave it empty.`;
  if (field === 'groupingLabels') return 'Give at most 10 labels, separated by commas.';
  if (field === 'slaWarningPercent') return 'Give whole percent from 1 to 99, or leave it empty for no warning.';
  if (field === 'availabilityPercent') return 'Give percent from 50 to 99.999, or leave it empty for 99.9.';
  if (field.startsWith('timeout-')) return 'Give minutes, up to 10,080 (7 days), or leave it empty for never.';
  if (/^(acknowledge|resolve)-/.test(field))
    return `${field.slice(-2)}: give whole minutes from 1 to 527,040 (a year), or leave it empty for no target.`;
  return undefined;
}
