import { OutboxList } from '~/components/outbox/outbox-list';
import { unwrap } from '~/lib/failure';
import { useFreshData } from '~/lib/fresh';
import { operationsOf } from '~/lib/operations';
import { data, type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { AsOf, EmptyState, PageHeader } from '~/ui/page';
import styles from './outbox.module.css';

export async function loader({ context, request }: LoaderFunctionArgs) {
  requireViewer(context, request);
  if (!context.isLocal) {
    const message = 'The outbox exists only on a local installation; here messages go to their providers.';
    throw data({ code: 'not-found', message, requestId: context.requestId }, { status: 404 });
  }
  const list = unwrap(await operationsOf(context).outbox.list({}), { context, request });
  return { messages: [...list.data].sort((a, b) => b.at - a.at) };
}

export const meta = () => pageTitle('Outbox');

export default function Outbox() {
  const { messages } = useLoaderData<typeof loader>();
  useFreshData(10);
  return (
    <>
      <PageHeader title="Outbox">
        <AsOf />
      </PageHeader>
      <p className={styles.lead}>
        No provider is set up on this machine, so every message stays here, as its receiver would see it. Newest first.
      </p>
      {messages.length > 0 ? (
        <OutboxList messages={messages} />
      ) : (
        <EmptyState action={<LinkButton to="/incidents/new">Declare incident</LinkButton>}>
          Nothing has been sent yet.
        </EmptyState>
      )}
    </>
  );
}
