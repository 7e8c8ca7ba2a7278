import { ItemFields } from '~/components/postmortem/item-fields';
import { itemInputOf } from '~/components/postmortem/items.server';
import { postmortemPath, WHO_MAY } from '~/components/postmortem/words';
import { choicesOrNone } from '~/lib/choices';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  Form,
  Link,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { ErrorSummary } from '~/ui/error-summary';
import { FormActions, formClass } from '~/ui/form';
import { PageHeader } from '~/ui/page';
import { updateActionItemInput } from '../../domain/postmortem/input';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'incident.respond', WHO_MAY);
  const where = { context, request };
  const { actionItem, postmortem, user } = operationsOf(context);
  const item = unwrap(await actionItem.get({ id: params.id ?? '' }), where);
  const [of, people] = await Promise.all([
    postmortem.get({ id: item.postmortemId }),
    choicesOrNone(user.list, ({ status }) => status === 'ACTIVE'),
  ]);
  const { id, title } = unwrap(of, where);
  return { item, postmortem: { id, title }, people };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'incident.respond', WHO_MAY);
  const form = await request.formData();
  const where = { context, request };
  const id = params.id ?? '';
  const { actionItem } = operationsOf(context);
  if (textOf(form, 'verb') === 'remove') {
    const removed = await actionItem.remove({ id });
    return removed.ok ? redirect('/action-items?done=remove') : refusal(removed.error, 'remove', form, where);
  }
  const answer = await parsed(updateActionItemInput, itemInputOf(form), (input) => actionItem.update({ id, ...input }));
  return answer.ok ? redirect('/action-items?done=save') : refusal(answer.error, 'item', form, where);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.item.title ?? 'Action item');

export default function ActionItemPage() {
  const { item, postmortem, people } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const values = {
    title: item.title,
    ownerId: item.ownerId ?? '',
    dueOn: item.dueOn ?? '',
    priority: item.priority,
    status: item.status,
  };
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/postmortems', word: 'Postmortems' },
          { to: '/action-items', word: 'Action items' },
        ]}
      />
      <PageHeader title="Action item" />
      {refused ? <ErrorSummary refusal={refused} /> : null}
      <p>
        Of the postmortem <Link to={postmortemPath(postmortem)}>{postmortem.title}</Link>
      </p>
      <Form method="post" className={formClass}>
        <ItemFields values={values} refusal={refused} people={people} withStatus />
        <FormActions>
          <Button look="primary">Save</Button>
          <LinkButton to="/action-items" look="quiet">
            Cancel
          </LinkButton>
          <Button name="verb" value="remove" look="danger" formNoValidate>
            Delete this item
          </Button>
        </FormActions>
      </Form>
    </>
  );
}
