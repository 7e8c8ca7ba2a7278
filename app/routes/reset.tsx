import { Bare } from '~/components/shell/bare';
import { DeadLink } from '~/components/user/dead-link';
import { NewPassword } from '~/components/user/new-password';
import { USER_SAYS } from '~/components/user/words';
import { refusal } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { type ActionFunctionArgs, data, Form, type LoaderFunctionArgs, useActionData, useLoaderData } from '~/lib/rr';
import { said } from '~/lib/said';
import { pageTitle } from '~/lib/title';
import { Button, LinkButton } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { Field } from '~/ui/field';
import { resetPasswordInput } from '../../domain/access/password-input';
import { HTTP_STATUS } from '../../domain/shared/errors';
import styles from './login.module.css';

/** No scripts at all: this page must work at once, on anything. */
export const handle = { bare: true, noScripts: true };

export async function loader({ context, params }: LoaderFunctionArgs) {
  const found = await operationsOf(context).password.findReset({ token: params.token ?? '' });
  if (found.ok) return data({ email: found.value.email });
  return data({ email: null }, { status: HTTP_STATUS[found.error.code] });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const sent = { token: params.token ?? '', password: form.get('password') };
  const answer = said(
    await parsed(resetPasswordInput, sent, (input) => operationsOf(context).password.reset(input)),
    USER_SAYS,
  );
  if (!answer.ok) return refusal(answer.error, 'reset', form, { context, request });
  // Said with its status, because the loader finds the link used up by now.
  return data({ changedFor: answer.value.email }, { status: 200 });
}

export const meta = () => pageTitle('Choose a new password');

export default function Reset() {
  const { email } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (sent && 'changedFor' in sent) {
    return (
      <Bare>
        <h1 tabIndex={-1}>Your password is changed</h1>
        <p>
          Every device that was signed in as <b>{sent.changedFor}</b> is signed out.
        </p>
        <LinkButton to="/login" look="primary">
          Sign in
        </LinkButton>
      </Bare>
    );
  }
  if (!email) {
    return (
      <DeadLink>
        <p>Links for a new password work once, for one hour.</p>
        <LinkButton to="/forgot">Ask for a new one</LinkButton>
      </DeadLink>
    );
  }
  return (
    <Bare>
      <h1 tabIndex={-1}>Choose a new password</h1>
      {sent ? <ErrorSummary refusal={sent} /> : null}
      <Form method="post" reloadDocument className={styles.form}>
        <Field label="E-mail" name="email" type="email" autoComplete="username" readOnly value={email} />
        <NewPassword refusal={sent} label="New password" />
        <Button look="primary">Save the new password</Button>
      </Form>
    </Bare>
  );
}
