import { textOf } from '~/lib/form';
import type { SetupOperations } from '~/lib/integrations';
import { parsed } from '~/lib/parse.server';
import { said } from '~/lib/said';
import type { Result } from '../../../domain/shared/result';
import { ownerInput } from '../../../domain/user/owner';

const SAYS: Record<string, string> = {
  name: 'Give your name, as colleagues read it in a page.',
  email: 'Give an e-mail address such as ana@example.com.',
  timezone: 'Choose your time zone.',
  password: 'Choose a password of at least 12 characters, at most 200.',
};

/** Makes the owner from the form, signed in by a cookie. */
export async function createOwnerFrom(
  setup: SetupOperations,
  form: FormData,
  userAgent: string | null,
): Promise<Result<{ setCookie: string }>> {
  const sent = {
    name: textOf(form, 'name'),
    email: textOf(form, 'email'),
    timezone: textOf(form, 'timezone'),
    password: form.get('password'),
  };
  const token = textOf(form, 'token');
  return said(await parsed(ownerInput, sent, (input) => setup.createOwner({ ...input, token, userAgent })), SAYS);
}
