import { ComponentForms } from '~/components/status-page/component-forms';
import { StatusPageHead } from '~/components/status-page/page-head';
import { changedComponents } from '~/components/status-page/values';
import { statusPagePath, WHO_MAY } from '~/components/status-page/words';
import { choicesOf } from '~/lib/choices';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
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
import { LinkButton } from '~/ui/button';
import { Notice, NoticeRegion } from '~/ui/notice';
import { EmptyState } from '~/ui/page';
import { updateStatusPageInput } from '../../domain/status-page/input';

const DONE: Record<string, string> = {
  create: 'The page stands. Now name the parts that visitors use.',
  add: 'The component is added.',
  save: 'The component is saved.',
  remove: 'The component is removed, and its history with it.',
  up: 'Moved up.',
  down: 'Moved down.',
  order: 'The order is saved.',
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const where = { context, request };
  const { statusPage, service } = operationsOf(context);
  const { id, name, components } = unwrap(await statusPage.get({ id: params.id ?? '' }), where);
  const services = unwrap(await choicesOf(service.list), where);
  return { id, name, components, services, done: new URL(request.url).searchParams.get('done') ?? '' };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const where = { context, request };
  const form = await request.formData();
  const { statusPage } = operationsOf(context);
  const page = unwrap(await statusPage.get({ id: params.id ?? '' }), where);
  const components = changedComponents(page.components, form);
  const verb = textOf(form, 'verb');
  const here = `${statusPagePath(page)}/components`;
  if (!components) return redirect(here);
  const saved = await parsed(updateStatusPageInput, { components }, (input) =>
    statusPage.update({ id: page.id, ...input }),
  );
  if (!saved.ok) return refusal(saved.error, textOf(form, 'id') || 'add', form, where);
  return redirect(`${here}?done=${verb}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Components of ${data?.name ?? ''}`);

export default function StatusPageComponents() {
  const { id, name, components, services, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <StatusPageHead page={{ id, name }} mayWrite>
        <LinkButton to={statusPagePath({ id })} look="quiet">
          Done
        </LinkButton>
      </StatusPageHead>
      <NoticeRegion>
        {DONE[done] ? (
          <Notice glyph="check" key={`${done} ${components.length}`}>
            <p>{DONE[done]}</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {components.length === 0 ? (
        <EmptyState>No component yet. A component is a part as visitors call it, such as Checkout or API.</EmptyState>
      ) : null}
      <ComponentForms
        key={components.map((one) => one.id).join(' ')}
        components={components}
        services={services}
        refusal={refused}
      />
    </>
  );
}
