import { OnCallList } from '~/components/oncall/oncall-list';
import { unwrap } from '~/lib/failure';
import { useFreshData } from '~/lib/fresh';
import { operationsOf } from '~/lib/operations';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { AsOf, EmptyState, PageHeader } from '~/ui/page';
import styles from './oncall.module.css';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { id } = requireViewer(context, request);
  const { data } = unwrap(await operationsOf(context).oncall.now({}), { context, request });
  return { onCall: data, viewerId: id };
}

export const meta = () => pageTitle('On call');

export default function OnCall() {
  const { onCall, viewerId } = useLoaderData<typeof loader>();
  useFreshData(60);
  return (
    <>
      <PageHeader title="On call now">
        <AsOf />
      </PageHeader>
      {onCall.length > 0 ? (
        <div className={styles.list}>
          <OnCallList entries={onCall} viewerId={viewerId} />
        </div>
      ) : (
        <EmptyState action={<LinkButton to="/">Go to the start page</LinkButton>}>
          There is no schedule yet, so policies page the people they name.
        </EmptyState>
      )}
    </>
  );
}
