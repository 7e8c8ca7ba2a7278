import { postmortemPath, WHO_MAY } from '~/components/postmortem/words';
import { refusal, unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Confirm } from '~/ui/confirm';
import { PageHeader } from '~/ui/page';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'incident.respond', WHO_MAY);
  const found = unwrap(await operationsOf(context).postmortem.get({ id: params.id ?? '' }), { context, request });
  return { id: found.id, title: found.title, items: found.actionItems.length };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'incident.respond', WHO_MAY);
  const answer = await operationsOf(context).postmortem.remove({ id: params.id ?? '' });
  if (answer.ok) return redirect('/postmortems?done=remove');
  return refusal(answer.error, 'remove', await request.formData(), { context, request });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Delete ${data?.title ?? 'postmortem'}`);

export default function PostmortemDelete() {
  const { id, title, items } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/postmortems', word: 'Postmortems' },
          { to: postmortemPath({ id }), word: title },
        ]}
      />
      <PageHeader title="Delete this postmortem?" />
      <Confirm
        lost={[
          'Everything that was written in it.',
          items === 0 ? 'It has no action items.' : `Its action items (${items}), done or not.`,
          'The incident and its timeline stay, so that another one can be drafted.',
        ]}
        usedBy={[]}
        action="Delete the postmortem"
        cancelTo={postmortemPath({ id })}
        refusal={refused}
      />
    </>
  );
}
