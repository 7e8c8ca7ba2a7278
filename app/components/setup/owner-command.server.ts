import { textOf } from '~/lib/form';
import type { SetupOperations } from '~/lib/integrations';
import { parsed } from '~/lib/parse.server';
import { said } from '~/lib/said';
import { ok, type Result } from '../../../domain/shared/result';
import { ownerInput } from '../../../domain/user/owner';
import type { DemoAccessShown } from './demo-access';

const SAYS: Record<string, string> = {
  name: 'Give your name, as colleagues read it in a page.',
  email: 'Give an e-mail address such as ana@example.com.',
  timezone: 'Choose your time zone.',
  password: 'Choose a password of at least 8 characters.',
};

/** Either the owner, signed in by a cookie, or the way into the demo organisation. */
export type OwnerAnswer = { setCookie: string } | { access: DemoAccessShown };

/** Makes the owner, or loads the demo organisation, whichever button was pressed. */
export async function runOwnerCommand(
  setup: SetupOperations,
  form: FormData,
  userAgent: string | null,
): Promise<Result<OwnerAnswer>> {
  const token = textOf(form, 'token');
  if (textOf(form, 'verb') === 'demo') {
    const loaded = await setup.loadDemo({ token });
    return loaded.ok ? ok({ access: { email: loaded.value.email, password: loaded.value.password } }) : loaded;
  }
  const sent = {
    name: textOf(form, 'name'),
    email: textOf(form, 'email'),
    timezone: textOf(form, 'timezone'),
    password: form.get('password'),
  };
  const made = await parsed(ownerInput, sent, (input) => setup.createOwner({ ...input, token, userAgent }));
  return said(made, SAYS);
}
