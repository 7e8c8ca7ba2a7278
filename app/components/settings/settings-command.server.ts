import { textOf } from '~/lib/form';
import type { SettingsOperations } from '~/lib/integrations';
import { parsed } from '~/lib/parse.server';
import { said } from '~/lib/said';
import { TARGET_KINDS, type Target } from '../../../domain/escalation/policy';
import { updateSettingsInput } from '../../../domain/organisation/input';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';

type Run = (operations: SettingsOperations, form: FormData) => Promise<Result<string>>;

const SAYS = { 'organisation/name': 'Give the organisation a name of at most 200 characters.' };

const targetIn = (form: FormData): Target | null => {
  const [word, id] = textOf(form, 'target').split(':', 2);
  const kind = TARGET_KINDS.find((one) => one === word);
  return kind && id ? { kind, id } : null;
};

const isSame = (a: Target, b: Target): boolean => a.kind === b.kind && a.id === b.id;

async function changeLastResort(
  { settings }: SettingsOperations,
  form: FormData,
  change: (present: Target[], target: Target) => Target[],
  done: string,
): Promise<Result<string>> {
  const target = targetIn(form);
  if (!target)
    return err(
      failure('invalid', 'Choose whom to page.', { fields: [{ path: 'target', message: 'Choose whom to page.' }] }),
    );
  const present = await settings.get({});
  if (!present.ok) return present;
  const answer = await settings.update({ lastResort: change(present.value.lastResort, target) });
  return answer.ok ? ok(`/settings?done=${done}`) : answer;
}

// Every button of the page, by the verb it posts; answers where to go next.
const COMMANDS: Record<string, Run> = {
  async organisation({ settings }, form) {
    const sent = { organisation: { name: textOf(form, 'name') } };
    const answer = said(await parsed(updateSettingsInput, sent, settings.update), SAYS);
    return answer.ok ? ok('/settings?done=organisation') : answer;
  },
  'add-target': (operations, form) =>
    changeLastResort(
      operations,
      form,
      (all, one) => [...all.filter((other) => !isSame(one, other)), one],
      'last-resort',
    ),
  'remove-target': (operations, form) =>
    changeLastResort(operations, form, (all, one) => all.filter((other) => !isSame(one, other)), 'last-resort'),
  async 'add-demo'({ demo }) {
    const answer = await demo.add();
    return answer.ok ? ok('/?demo=loaded') : answer;
  },
  async 'remove-demo'({ demo }) {
    const answer = await demo.remove();
    if (!answer.ok) return answer;
    const { setupToken } = answer.value;
    return ok(setupToken ? `/setup?token=${encodeURIComponent(setupToken)}` : '/settings?done=demo');
  },
};

/** Runs the command a form of the settings names; answers the address that shows its result. */
export function runSettingsCommand(operations: SettingsOperations, form: FormData): Promise<Result<string>> {
  const verb = textOf(form, 'verb');
  const run = Object.hasOwn(COMMANDS, verb) ? COMMANDS[verb] : undefined;
  return run ? run(operations, form) : Promise.resolve(err(failure('invalid', 'This button is not known.')));
}
