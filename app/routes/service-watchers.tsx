import { ROLE_HINTS } from '~/components/incident/watcher-words';
import { servicePath } from '~/components/service/words';
import { choicesOrNone } from '~/lib/choices';
import { refusal, unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  useActionData,
  useLoaderData,
} from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { Combobox } from '~/ui/combobox';
import { Select } from '~/ui/field';
import { FormActions, formClass } from '~/ui/form';
import { RefusalNotice } from '~/ui/notice';
import { PageHeader } from '~/ui/page';
import { serviceWatchersInput } from '../../domain/incident/watcher';
import { WATCHER_ROLES } from '../../domain/incident/watcher-roles';

const WHO_MAY = 'Who watches a service is set by administrators. Ask one to change it.';

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const { service, user } = operationsOf(context);
  const id = params.id ?? '';
  const [got, watchers, people] = await Promise.all([
    service.get({ id }),
    service.watchers({ id }),
    choicesOrNone(user.list, ({ status }) => status === 'ACTIVE'),
  ]);
  const where = { context, request };
  const { name } = unwrap(got, where);
  return { id, name, watchers: unwrap(watchers, where).data, people };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const id = params.id ?? '';
  const form = await request.formData();
  const roles = form.getAll('role').map(String);
  const watchers = form
    .getAll('userId')
    .map((userId, index) => ({ userId: String(userId), role: roles[index] ?? '' }))
    .filter(({ userId, role }) => userId !== '' && role !== '');
  const saved = await parsed(serviceWatchersInput, { watchers }, (input) =>
    operationsOf(context).service.setWatchers({ id, ...input }),
  );
  return saved.ok
    ? redirect(`/services/${encodeURIComponent(id)}/watchers`)
    : refusal(saved.error, 'watchers', form, { context, request });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Watchers of ${data?.name ?? 'a service'}`);

export default function ServiceWatchers() {
  const { id, name, watchers, people } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const others = people.filter((one) => watchers.every(({ userId }) => userId !== one.id));
  return (
    <>
      <Breadcrumbs
        trail={[
          { to: '/services', word: 'Services' },
          { to: servicePath(id), word: name },
        ]}
      />
      <PageHeader title={`Watchers of ${name}`} />
      {refused ? <RefusalNotice refusal={refused} /> : null}
      <Form method="post" className={formClass} key={watchers.map(({ userId, role }) => userId + role).join()}>
        <p>They watch each incident of this service from its opening, and are told without being paged.</p>
        {watchers.map(({ userId, name: person, role }) => (
          <div key={userId}>
            <input type="hidden" name="userId" value={userId} />
            <Select label={person} name="role" defaultValue={role}>
              <Roles />
              <option value="">Watches no more</option>
            </Select>
          </div>
        ))}
        <Combobox
          label="Add somebody (optional)"
          name="userId"
          defaultValue=""
          groups={[
            { options: [{ value: '', word: 'Nobody' }, ...others.map((one) => ({ value: one.id, word: one.name }))] },
          ]}
        />
        <Select label="As" name="role" defaultValue="FOLLOWER">
          <Roles />
        </Select>
        <FormActions>
          <Button look="primary">Save watchers</Button>
          <LinkButton to={servicePath(id)} look="quiet">
            Back to the service
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}

const Roles = () => (
  <>
    {WATCHER_ROLES.map((role) => (
      <option key={role} value={role}>
        {ROLE_HINTS[role]}
      </option>
    ))}
  </>
);
