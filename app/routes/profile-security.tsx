import { deviceName } from '~/components/profile/device';
import { passwordFrom } from '~/components/profile/password-command.server';
import { PasswordForm } from '~/components/profile/password-form';
import styles from '~/components/profile/profile.module.css';
import { ProfileHeader } from '~/components/profile/profile-header';
import { SessionList } from '~/components/profile/session-list';
import { refusal, unwrap } from '~/lib/failure';
import { refusalOf, textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice, NoticeRegion } from '~/ui/notice';
import { Section } from '~/ui/page';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { email } = requireViewer(context, request);
  const cookie = request.headers.get('Cookie');
  const sessions = unwrap(await operationsOf(context).session.list({ cookie }), { context, request });
  return {
    email,
    sessions: sessions.map(({ id, current, createdAt, lastSeenAt, ip, userAgent }) => ({
      id,
      current,
      createdAt,
      lastSeenAt,
      ip,
      device: deviceName(userAgent),
    })),
    done: new URL(request.url).searchParams.get('done'),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requireViewer(context, request);
  const where = { context, request };
  const form = await request.formData();
  const { session, password } = operationsOf(context);
  if (textOf(form, 'verb') === 'revoke') {
    const revoked = await session.revoke({ id: textOf(form, 'id') });
    return revoked.ok ? redirect('/profile/security?done=revoke') : refusal(revoked.error, 'revoke', form, where);
  }
  const sent = { current: form.get('current'), next: form.get('next') };
  const cookie = request.headers.get('Cookie');
  const answer = await passwordFrom(sent, (input) => password.change({ ...input, cookie }));
  if (answer.ok) return redirect('/profile/security?done=password');
  // Passwords never go back into a page.
  for (const name of ['current', 'next']) form.delete(name);
  return refusal(answer.error, 'password', form, where);
}

const DONE: Record<string, string> = {
  password: 'Your password is changed, and every other device is signed out.',
  revoke: 'That device is signed out.',
};

export const meta = () => pageTitle('Security');

export default function Security() {
  const { email, sessions, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const news = done && Object.hasOwn(DONE, done) ? DONE[done] : null;
  return (
    <div className={styles.page}>
      <ProfileHeader />
      <NoticeRegion>
        {news && !refused ? (
          <Notice glyph="check" key={done}>
            <p>{news}</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {refused ? <ErrorSummary refusal={refused} /> : null}
      <Section title="Password">
        <PasswordForm key={done} email={email} refusal={refusalOf(refused, 'password')} />
      </Section>
      <Section title="Signed in">
        <SessionList sessions={sessions} />
      </Section>
    </div>
  );
}
