import styles from '~/components/profile/profile.module.css';
import { ProfileHeader } from '~/components/profile/profile-header';
import { runQuietCommand } from '~/components/profile/quiet-command.server';
import { DigestForm, MutedServices, MuteForm, QuietHoursForm } from '~/components/profile/quiet-forms';
import { choicesOrNone } from '~/lib/choices';
import { refusal, unwrap } from '~/lib/failure';
import { refusalOf, textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { ErrorSummary } from '~/ui/error-summary';
import { Notice, NoticeRegion } from '~/ui/notice';
import { Section } from '~/ui/page';

const NEWS: Record<string, string> = {
  quiet: 'Saved. Pages of urgency High reach you at any hour.',
  'end-quiet': 'Ended. Pages reach you at any hour.',
  digest: 'Saved.',
  mute: 'Muted for you until then. Pages of urgency High still reach you.',
  unmute: 'Not muted any more.',
};

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const { preference, service } = operationsOf(context);
  const [found, services] = await Promise.all([preference.get({ id: viewer.id }), choicesOrNone(service.list)]);
  const preferences = unwrap(found, { context, request });
  const nameOf = (id: string) => services.find((one) => one.id === id)?.name ?? 'A service that is gone';
  const done = new URL(request.url).searchParams.get('done') ?? '';
  return {
    ...preferences,
    services,
    muted: preferences.mutes.map((mute) => ({ ...mute, name: nameOf(mute.serviceId) })),
    timezone: viewer.timezone,
    news: Object.hasOwn(NEWS, done) ? (NEWS[done] ?? null) : null,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = requireViewer(context, request);
  const form = await request.formData();
  const verb = textOf(form, 'verb');
  const done = await runQuietCommand(operationsOf(context).preference, viewer.id, form, context.now);
  if (!done.ok) return refusal(done.error, verb, form, { context, request });
  return redirect(`/profile/quiet-hours?done=${encodeURIComponent(verb)}`);
}

export const meta = () => pageTitle('Quiet hours');

export default function ProfileQuiet() {
  const { quietHours, lowDigest, muted, services, timezone, news } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className={styles.page}>
      <ProfileHeader />
      <NoticeRegion>
        {news && !refused ? (
          <Notice glyph="check" key={news}>
            <p>{news}</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {refused ? <ErrorSummary refusal={refused} /> : null}
      <Section title="Quiet hours">
        <p className={styles.lead}>
          Pages of urgency Medium and Low wait for the end of your quiet hours. High urgency reaches you at any hour.
        </p>
        <QuietHoursForm
          key={JSON.stringify(quietHours)}
          value={quietHours}
          timezone={timezone}
          refusal={refusalOf(refused, 'quiet')}
        />
      </Section>
      <Section title="Digest of low urgency">
        <p className={styles.lead}>A digest tells of everything since the last one, once, by e-mail if you have one.</p>
        <DigestForm key={JSON.stringify(lowDigest)} value={lowDigest} refusal={refusalOf(refused, 'digest')} />
      </Section>
      <Section title="Muted services">
        <p className={styles.lead}>
          A muted service does not page you for urgency Medium and Low: the next step of its policy is paged at once.
        </p>
        {muted.length > 0 ? <MutedServices muted={muted} /> : null}
        {services.length > 0 ? <MuteForm services={services} refusal={refusalOf(refused, 'mute')} /> : null}
      </Section>
    </div>
  );
}
