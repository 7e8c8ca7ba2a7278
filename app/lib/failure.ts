import { type Failure, type FailureCode, HTTP_STATUS } from '../../domain/shared/errors';
import type { Result } from '../../domain/shared/result';
import { type AppLoadContext, data, redirect } from './rr';
import { signInPath } from './session';

/** What an error screen is told. */
export type Problem = { code: FailureCode; message: string; requestId: string };

/** What a form gets back when its action was refused: everything typed, and why it could not be taken. */
export type Refusal = {
  /** Which form of the page it was. */
  form: string;
  message: string;
  requestId: string;
  errors: Record<string, string>;
  values: Record<string, string>;
};

type Where = { context: AppLoadContext; request: Request };

/** The value; a failure becomes an error screen, or the sign-in page. For loaders. */
export function unwrap<T>(result: Result<T>, where: Where): T {
  if (result.ok) return result.value;
  throw problem(result.error, where);
}

/** A failure a form can show. Refused access and things that are gone become error screens. For actions. */
export function refusal(error: Failure, form: string, sent: FormData, where: Where) {
  if (error.code === 'unauthenticated' && form !== 'sign-in') throw redirect(signInPath(where.request));
  if (error.code === 'forbidden' || error.code === 'not-found') throw problem(error, where);
  const body: Refusal = {
    form,
    message: error.message,
    requestId: where.context.requestId,
    errors: Object.fromEntries((error.fields ?? []).map((field) => [field.path, field.message])),
    values: typed(sent),
  };
  return data(body, { status: HTTP_STATUS[error.code] });
}

function problem(error: Failure, { context, request }: Where) {
  if (error.code === 'unauthenticated') return redirect(signInPath(request));
  const body: Problem = { code: error.code, message: error.message, requestId: context.requestId };
  return data(body, { status: HTTP_STATUS[error.code] });
}

/** Everything but the password goes back into the form. */
function typed(sent: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of sent) if (typeof value === 'string' && name !== 'password') values[name] = value;
  return values;
}
