import { Bare } from '~/components/shell/bare';
import { refusal } from '~/lib/failure';
import { fieldOf, textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { type ActionFunctionArgs, Form, Link, useActionData } from '~/lib/rr';
import { said } from '~/lib/said';
import { pageTitle } from '~/lib/title';
import { Button, LinkButton } from '~/ui/button';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Field } from '~/ui/field';
import { forgotPasswordInput } from '../../domain/access/password-input';
import styles from './login.module.css';

/** No scripts at all: this page must work at once, on anything. */
export const handle = { bare: true, noScripts: true };

export const loader = () => null;

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const email = textOf(form, 'email');
  const answer = said(
    await parsed(forgotPasswordInput, { email }, (input) => operationsOf(context).password.forgot(input)),
    { email: 'Give the e-mail address you sign in with.' },
  );
  if (!answer.ok) return refusal(answer.error, 'forgot', form, { context, request });
  return { sentTo: email };
}

export const meta = () => pageTitle('Forgot your password');

export default function Forgot() {
  const sent = useActionData<typeof action>();
  if (sent && 'sentTo' in sent) {
    return (
      <Bare>
        <h1 tabIndex={-1}>Look into your mail</h1>
        <p>
          If somebody signs in here with <b>{sent.sentTo}</b>, a link for a new password is on its way. It works once,
          for one hour.
        </p>
        <p>
          Nothing came? Look among unwanted mail, then <Link to="/forgot">ask again</Link>. Somebody who was invited and
          never came in needs a new invitation instead.
        </p>
        <LinkButton to="/login">Back to signing in</LinkButton>
      </Bare>
    );
  }
  return (
    <Bare>
      <h1 tabIndex={-1}>Forgot your password</h1>
      <p>We send a link for a new one to your e-mail address.</p>
      {sent ? <ErrorSummary refusal={sent} /> : null}
      <Form method="post" reloadDocument className={styles.form}>
        <Anchored name="email">
          <Field label="E-mail" type="email" autoComplete="username" required {...fieldOf(sent, 'email')} />
        </Anchored>
        <Button look="primary">Send the link</Button>
        <Link to="/login">Back to signing in</Link>
      </Form>
    </Bare>
  );
}
