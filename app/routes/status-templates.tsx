import { DoneNotice } from '~/components/status-page/done-notice';
import { StatusPageHead } from '~/components/status-page/page-head';
import styles from '~/components/status-page/status-page.module.css';
import { TemplateFields } from '~/components/status-page/template-fields';
import { changedTemplates } from '~/components/status-page/template-values';
import { KIND_WORDS, statusPagePath, WHO_MAY } from '~/components/status-page/words';
import { cx } from '~/lib/cx';
import { refusal, unwrap } from '~/lib/failure';
import { refusalOf, textOf } from '~/lib/form';
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
import { Button } from '~/ui/button';
import { FormActions, formClass } from '~/ui/form';
import { RefusalNotice } from '~/ui/notice';
import { EmptyState, Section } from '~/ui/page';
import { updateStatusPageInput } from '../../domain/status-page/input';

const DONE: Record<string, string> = {
  add: 'The template is added. Reports can begin with it now.',
  save: 'The template is saved.',
  remove: 'The template is deleted. Reports that began with it stay.',
};

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const page = await operationsOf(context).statusPage.get({ id: params.id ?? '' });
  const { id, name, templates } = unwrap(page, { context, request });
  return { page: { id, name }, templates, done: new URL(request.url).searchParams.get('done') ?? '' };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const where = { context, request };
  const form = await request.formData();
  const { statusPage } = operationsOf(context);
  const page = unwrap(await statusPage.get({ id: params.id ?? '' }), where);
  const here = `${statusPagePath(page)}/templates`;
  const templates = changedTemplates(page.templates, form);
  if (!templates) return redirect(here);
  const saved = await parsed(updateStatusPageInput, { templates }, (input) =>
    statusPage.update({ id: page.id, ...input }),
  );
  if (!saved.ok) return refusal(saved.error, textOf(form, 'of') || 'add', form, where);
  return redirect(`${here}?done=${textOf(form, 'verb')}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Templates of ${data?.page.name ?? ''}`);

export default function StatusTemplates() {
  const { page, templates, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <StatusPageHead page={page} mayWrite />
      <DoneNotice done={refused ? '' : done} words={DONE} again={templates.map(({ name }) => name).join()} />
      {refused ? (
        <div className={styles.apart}>
          <RefusalNotice refusal={refused} />
        </div>
      ) : null}
      <Section title="Templates of reports">
        {templates.length === 0 ? (
          <EmptyState>No template yet. One saves the search for words at three in the morning.</EmptyState>
        ) : null}
        {templates.map((template) => (
          <details key={template.name} className={styles.component} open={refused?.form === template.name}>
            <summary>
              {template.name} <span className={styles.muted}>{KIND_WORDS[template.kind]}</span>{' '}
              <span className={styles.change}>Change</span>
            </summary>
            <Form method="post" className={formClass}>
              <input type="hidden" name="of" value={template.name} />
              <TemplateFields of={template} refusal={refusalOf(refused, template.name)} />
              <FormActions>
                <Button name="verb" value="save">
                  Save {template.name}
                </Button>
                <Link
                  to={`${statusPagePath(page)}/reports/new?${new URLSearchParams({ kind: template.kind, template: template.name })}`}
                >
                  Write a report with it
                </Link>
                <Button name="verb" value="remove" look="danger" formNoValidate>
                  Delete template
                </Button>
              </FormActions>
            </Form>
          </details>
        ))}
      </Section>
      <Section title="Add a template">
        <Form method="post" className={cx(formClass, styles.under)} key={templates.length}>
          <TemplateFields of={null} refusal={refusalOf(refused, 'add')} />
          <FormActions>
            <Button name="verb" value="add" look="primary">
              Add template
            </Button>
          </FormActions>
        </Form>
      </Section>
    </>
  );
}
