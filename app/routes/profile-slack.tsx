import styles from '~/components/profile/profile.module.css';
import { ProfileHeader } from '~/components/profile/profile-header';
import { refusal } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import {
  type ActionFunctionArgs,
  data,
  Form,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Button, LinkButton } from '~/ui/button';
import { RefusalNotice } from '~/ui/notice';
import { Section } from '~/ui/page';
import { HTTP_STATUS } from '../../domain/shared/errors';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { name } = requireViewer(context, request);
  const found = await operationsOf(context).slack.findLink({ token: params.token ?? '' });
  if (!found.ok) return data({ name, account: null }, { status: HTTP_STATUS[found.error.code] });
  return data({ name, account: found.value });
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requireViewer(context, request);
  const answer = await operationsOf(context).slack.connectAccount({ token: params.token ?? '' });
  if (answer.ok) return redirect('/profile?done=slack');
  return refusal(answer.error, 'slack', await request.formData(), { context, request });
}

export const meta = () => pageTitle('Connect your Slack account');

export default function ProfileSlack() {
  const { name, account } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className={styles.page}>
      <ProfileHeader />
      {refused ? <RefusalNotice refusal={refused} /> : null}
      <Section title="Connect your Slack account">
        {account ? (
          <>
            <p className={styles.lead}>
              The Slack account <b>{account.memberName ?? account.memberId}</b> (<code>{account.memberId}</code>) will
              act as <b>{name}</b>: whoever uses it can acknowledge and resolve in your name, and your pages go there
              too. Go on only if you asked for this link in Slack yourself.
            </p>
            <Form method="post" className={styles.form}>
              <Button look="primary">Connect {account.memberName ?? account.memberId}</Button>
              <LinkButton to="/profile" look="quiet">
                Not me
              </LinkButton>
            </Form>
          </>
        ) : (
          <p className={styles.lead}>
            This link has ended: it works once, for 15 minutes. Write <code>/opsknight who</code> in Slack for a new
            one, or go to <Link to="/profile">your profile</Link>.
          </p>
        )}
      </Section>
    </div>
  );
}
