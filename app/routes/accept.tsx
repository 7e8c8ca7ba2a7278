import { Bare } from '~/components/shell/bare';
import { DeadLink } from '~/components/user/dead-link';
import { NewPassword } from '~/components/user/new-password';
import { USER_SAYS } from '~/components/user/words';
import { ZoneSelect } from '~/components/user/zone-select';
import { zoneGroups } from '~/components/user/zones';
import { refusal } from '~/lib/failure';
import { fieldOf, optionalTextOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import {
  type ActionFunctionArgs,
  data,
  Form,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { said } from '~/lib/said';
import { pageTitle } from '~/lib/title';
import { Button } from '~/ui/button';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Field } from '~/ui/field';
import { acceptInvitationInput } from '../../domain/access/password-input';
import { HTTP_STATUS } from '../../domain/shared/errors';
import styles from './login.module.css';

/** No scripts at all: this page must work at once, on anything. */
export const handle = { bare: true, noScripts: true };

export async function loader({ context, params }: LoaderFunctionArgs) {
  const found = await operationsOf(context).invitation.find({ token: params.token ?? '' });
  if (!found.ok) return data({ invited: null, zones: [] }, { status: HTTP_STATUS[found.error.code] });
  return data({ invited: found.value, zones: zoneGroups(found.value.timezone) });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const sent = {
    token: params.token ?? '',
    name: optionalTextOf(form, 'name'),
    timezone: optionalTextOf(form, 'timezone'),
    password: form.get('password'),
  };
  const userAgent = request.headers.get('User-Agent');
  const answer = said(
    await parsed(acceptInvitationInput, sent, (input) =>
      operationsOf(context).invitation.accept({ ...input, userAgent }),
    ),
    USER_SAYS,
  );
  if (!answer.ok) return refusal(answer.error, 'accept', form, { context, request });
  return redirect('/profile/paging?done=welcome', { headers: { 'Set-Cookie': answer.value.setCookie } });
}

export const meta = () => pageTitle('Accept the invitation');

export default function Accept() {
  const { invited, zones } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (!invited) {
    return (
      <DeadLink>
        <p>Invitations work once, for seven days. Ask an administrator to invite you again.</p>
      </DeadLink>
    );
  }
  return (
    <Bare>
      <h1 tabIndex={-1}>Join {invited.organisation}</h1>
      <p>Choose a password, and you are ready for your first shift on call.</p>
      {refused ? <ErrorSummary refusal={refused} /> : null}
      <Form method="post" reloadDocument className={styles.form}>
        <Field label="E-mail" name="email" type="email" autoComplete="username" readOnly value={invited.email} />
        <Anchored name="name">
          <Field
            label="Your name"
            autoComplete="name"
            required
            maxLength={200}
            {...fieldOf(refused, 'name')}
            defaultValue={refused?.values.name ?? invited.name}
          />
        </Anchored>
        <NewPassword refusal={refused} />
        <Anchored name="timezone">
          <ZoneSelect
            groups={zones}
            {...fieldOf(refused, 'timezone')}
            defaultValue={refused?.values.timezone ?? invited.timezone}
          />
        </Anchored>
        <Button look="primary">Join and sign in</Button>
      </Form>
    </Bare>
  );
}
