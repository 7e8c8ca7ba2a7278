import { MessageNews } from '~/components/settings/message-news';
import { ProviderList } from '~/components/settings/provider-list';
import styles from '~/components/settings/settings.module.css';
import { SettingsHeader } from '~/components/settings/settings-tabs';
import { everyPage } from '~/lib/every-page';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { useFreshData } from '~/lib/fresh';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { NoticeRegion, RefusalNotice } from '~/ui/notice';
import { CHANNELS } from '../../domain/notification/channels';
import { failure } from '../../domain/shared/errors';

const WHO_MAY = 'Settings are for administrators. Ask one to look after the providers.';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requirePermission(context, request, 'config.write', WHO_MAY);
  const { provider, contactMethod, message } = operationsOf(context);
  const where = { context, request };
  const id = new URL(request.url).searchParams.get('message');
  const [channels, methods, sent] = await Promise.all([
    provider.list(),
    everyPage((page) => contactMethod.list({ ...page, userId: viewer.id })),
    id ? message.get({ id }) : null,
  ]);
  return {
    channels: unwrap(channels, where),
    testable: unwrap(methods, where).flatMap(({ kind, enabled }) => (enabled ? [kind] : [])),
    sent: sent?.ok ? { id: sent.value.id, state: sent.value.state, reason: sent.value.reason } : null,
    isLocal: context.isLocal,
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const where = { context, request };
  const form = await request.formData();
  const channel = CHANNELS.find((one) => one === textOf(form, 'channel'));
  if (!channel) return refusal(failure('invalid', 'This channel is not known.'), 'test', form, where);
  const answer = await operationsOf(context).provider.test({ channel });
  if (!answer.ok) return refusal(answer.error, 'test', form, where);
  return redirect(`/settings/providers?message=${encodeURIComponent(answer.value.messageId)}`);
}

export const meta = () => pageTitle('Providers');

export default function Providers() {
  const { channels, testable, sent, isLocal } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  useFreshData(sent && ['PENDING', 'SENDING'].includes(sent.state) ? 2 : 60);
  return (
    <div className={styles.page}>
      <SettingsHeader />
      <div className={styles.news}>
        <NoticeRegion>{sent && !refused ? <MessageNews {...sent} isLocal={isLocal} /> : null}</NoticeRegion>
        {refused ? <RefusalNotice refusal={refused} /> : null}
      </div>
      {channels.some(({ state }) => state === 'outbox') ? (
        <p className={styles.lead}>
          A channel without a provider keeps its messages on this machine, in the <Link to="/outbox">outbox</Link>.
        </p>
      ) : null}
      <ProviderList channels={channels} testable={testable} />
      <p className={styles.muted}>
        Providers are switched on by variables of the installation and never by a form, so no secret of theirs is in the
        database or on a screen.
      </p>
    </div>
  );
}
