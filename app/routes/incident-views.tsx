import styles from '~/components/incident/saved-views.module.css';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
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
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { Checkbox, Field } from '~/ui/field';
import { RefusalNotice } from '~/ui/notice';
import { EmptyState, PageHeader } from '~/ui/page';
import { createViewInput, updateViewInput } from '../../domain/incident/saved-view';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { id, role } = requireViewer(context, request);
  const views = unwrap(await operationsOf(context).savedView.list({ limit: 100 }), { context, request });
  return {
    views: views.data.map((view) => ({
      ...view,
      mine: view.ownerId === id,
      mayEdit: view.ownerId === id || role === 'ADMIN',
    })),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  requireViewer(context, request);
  const { savedView } = operationsOf(context);
  const form = await request.formData();
  const id = textOf(form, 'id');
  const sent = { name: textOf(form, 'name'), isShared: form.get('isShared') === 'yes' };
  const verb = textOf(form, 'verb');
  if (verb === 'create') {
    const made = await parsed(createViewInput, { ...sent, search: textOf(form, 'search') }, savedView.create);
    return made.ok
      ? redirect(`/incidents?${made.value.search}`)
      : refusal(made.error, 'create', form, { context, request });
  }
  const done =
    verb === 'remove'
      ? await savedView.remove({ id })
      : await parsed(updateViewInput, sent, (input) => savedView.update({ id, ...input }));
  return done.ok ? redirect('/incidents/views') : refusal(done.error, id, form, { context, request });
}

export const meta = () => pageTitle('Saved views');

export default function IncidentViews() {
  const { views } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <Breadcrumbs trail={[{ to: '/incidents', word: 'Incidents' }]} />
      <PageHeader title="Saved views" />
      {refused ? <RefusalNotice refusal={refused} /> : null}
      {views.length === 0 ? (
        <EmptyState action={<LinkButton to="/incidents">Filter incidents</LinkButton>}>
          No view is saved yet. Filter the list of incidents, then save the view.
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {views.map(({ id, name, search, isShared, mine, mayEdit }) => (
            <li key={id}>
              <Link to={`/incidents?${search}`}>{name}</Link>
              <p className={styles.said}>
                {mine ? 'Yours' : 'Of somebody else'}
                {isShared ? ', shared with everybody' : ''}
              </p>
              {mayEdit ? (
                <details open={refused?.form === id}>
                  <summary className={styles.unfold}>Change or delete</summary>
                  <Form method="post" className={styles.form}>
                    <input type="hidden" name="id" value={id} />
                    <Field label="Name" name="name" required maxLength={200} autoComplete="off" defaultValue={name} />
                    <Checkbox label="Share with everybody" name="isShared" value="yes" defaultChecked={isShared} />
                    <Button name="verb" value="update">
                      Save
                    </Button>
                    <Button name="verb" value="remove" look="danger">
                      Delete this view
                    </Button>
                  </Form>
                </details>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
