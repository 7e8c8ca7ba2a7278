import { parsed } from '~/lib/parse.server';
import { said } from '~/lib/said';
import { type ChangePasswordInput, changePasswordInput } from '../../../domain/access/password-input';
import { ok, type Result } from '../../../domain/shared/result';

const SAYS = {
  current: 'Give your current password.',
  next: 'Choose a password of at least 12 characters, at most 200.',
};

/** The two passwords of the form; what the operation itself refuses keeps its own words. */
export async function passwordFrom<T>(
  sent: { current: unknown; next: unknown },
  run: (input: ChangePasswordInput) => Promise<Result<T>>,
): Promise<Result<T>> {
  const read = said(await parsed(changePasswordInput, sent, async (input) => ok(input)), SAYS);
  return read.ok ? run(read.value) : read;
}
