import { textOf } from '~/lib/form';
import { parsed } from '~/lib/parse.server';
import { said } from '~/lib/said';
import type { Result } from '../../../domain/shared/result';
import {
  type CreateUserInput,
  createUserInput,
  type UpdateUserInput,
  updateUserInput,
} from '../../../domain/user/input';
import { USER_SAYS } from './words';

const sent = (form: FormData, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.filter((name) => form.has(name)).map((name) => [name, textOf(form, name)]));

/** A new person as the form for inviting has them; without a password, so that they are INVITED. */
export const inviteFrom = async <T>(form: FormData, run: (input: CreateUserInput) => Promise<Result<T>>) =>
  said(await parsed(createUserInput, sent(form, ['name', 'email', 'role', 'timezone']), run), USER_SAYS);

/** The fields of a person that a form sends. */
export const changeFrom = async <T>(
  form: FormData,
  names: readonly ('name' | 'email' | 'role' | 'timezone' | 'locale')[],
  run: (input: UpdateUserInput) => Promise<Result<T>>,
) => said(await parsed(updateUserInput, sent(form, names), run), USER_SAYS);
