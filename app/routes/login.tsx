import { Bare } from '~/components/shell/bare';
import { refusal } from '~/lib/failure';
import { fieldOf, textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { sameOriginPath } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Button } from '~/ui/button';
import { Checkbox, Field } from '~/ui/field';
import { RefusalNotice } from '~/ui/notice';
import { signInInput } from '../../domain/access/sign-in';
import styles from './login.module.css';

/** No scripts at all: this page must work at once, on anything. */
export const handle = { bare: true, noScripts: true };

export function loader({ context, request }: LoaderFunctionArgs) {
  const next = sameOriginPath(new URL(request.url).searchParams.get('next'));
  if (context.viewer) throw redirect(next);
  return { next };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const sent = { email: textOf(form, 'email'), password: form.get('password'), remember: form.has('remember') };
  const userAgent = request.headers.get('User-Agent');
  const answer = await parsed(signInInput, sent, (input) =>
    operationsOf(context).session.signIn({ ...input, userAgent }),
  );
  if (!answer.ok) return refusal(answer.error, 'sign-in', form, { context, request });
  return redirect(sameOriginPath(form.get('next')), { headers: { 'Set-Cookie': answer.value.setCookie } });
}

export const meta = () => pageTitle('Sign in');

export default function Login() {
  const { next } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <Bare>
      <h1 tabIndex={-1}>Sign in</h1>
      {refused ? <RefusalNotice refusal={refused} /> : null}
      <Form method="post" reloadDocument className={styles.form}>
        <input type="hidden" name="next" value={next} />
        <Field label="E-mail" type="email" autoComplete="username" required {...fieldOf(refused, 'email')} />
        <Field
          label="Password"
          type="password"
          autoComplete="current-password"
          required
          {...fieldOf(refused, 'password')}
        />
        <Checkbox
          label="Stay signed in on this device"
          name="remember"
          defaultChecked={refused?.values.remember === 'on'}
        />
        <Button look="primary">Sign in</Button>
      </Form>
      <p className={styles.forgot}>
        <Link to="/forgot">Forgot your password?</Link>
      </p>
    </Bare>
  );
}
