import { useRef } from 'react';
import { AccentReadings } from '~/components/status-page/accent-readings';
import { DoneNotice } from '~/components/status-page/done-notice';
import { LogoField } from '~/components/status-page/logo-field';
import { lookInputOf } from '~/components/status-page/look-values.server';
import { StatusPageHead } from '~/components/status-page/page-head';
import { PreviewButton, PreviewFrame } from '~/components/status-page/preview-frame';
import preview from '~/components/status-page/preview-frame.module.css';
import { PAGE_SAYS, statusPagePath, WHO_MAY } from '~/components/status-page/words';
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
import { said } from '~/lib/said';
import { pageTitle } from '~/lib/title';
import { Button } from '~/ui/button';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Field, Textarea } from '~/ui/field';
import { FormActions, FormSection, formClass } from '~/ui/form';
import { updateStatusPageInput } from '../../domain/status-page/input';

const DONE = { update: 'The look is saved. Visitors see it now.' };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const page = await operationsOf(context).statusPage.get({ id: params.id ?? '' });
  const { id, name, look, updatedAt } = unwrap(page, { context, request });
  return { page: { id, name }, look, updatedAt, done: new URL(request.url).searchParams.get('done') ?? '' };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const where = { context, request };
  const form = await request.formData();
  const id = params.id ?? '';
  const look = await lookInputOf(form);
  if (!look.ok) return refusal(look.error, 'look', form, where);
  const { update } = operationsOf(context).statusPage;
  const saved = said(
    await parsed(updateStatusPageInput, { look: look.value }, (input) => update({ id, ...input })),
    PAGE_SAYS,
  );
  if (!saved.ok) return refusal(saved.error, 'look', form, where);
  return redirect(`${statusPagePath({ id })}/look?done=update`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Look of ${data?.page.name ?? ''}`);

export default function StatusPageLook() {
  const { page, look, updatedAt, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const form = useRef<HTMLFormElement>(null);
  const shown: Record<string, string | null> = refused?.values ?? look;
  const field = (name: string) => ({
    name,
    error: refused?.errors[`look/${name}`],
    defaultValue: shown[name] ?? '',
  });
  const ask = `${statusPagePath(page)}/look/preview`;
  return (
    <>
      <StatusPageHead page={page} mayWrite />
      <DoneNotice done={refused ? '' : done} words={DONE} again={updatedAt} />
      {refused ? <ErrorSummary refusal={refused} /> : null}
      <div className={preview.beside}>
        <Form
          ref={form}
          method="post"
          encType="multipart/form-data"
          reloadDocument
          className={formClass}
          noValidate={Boolean(refused)}
          key={updatedAt}
        >
          <FormSection
            title="Logo"
            lead="PNG, JPEG, WebP or GIF of at most 64 KB. The page serves it from its own address."
          >
            <LogoField label="On light ground" name="logo" logo={look.logo} error={refused?.errors['look/logo']} />
            <LogoField
              label="On dark ground (optional)"
              name="logoDark"
              logo={look.logoDark}
              error={refused?.errors['look/logoDark']}
            />
          </FormSection>
          <FormSection title="Colour and style">
            <Anchored name="look/accent">
              <Field
                label="Accent"
                hint="For links. A colour such as #0a5a68; where it could not be read, the page darkens or lightens it."
                required
                {...field('accent')}
              />
            </Anchored>
            <AccentReadings accent={look.accent} field="accent" />
            <Anchored name="look/customCss">
              <Textarea
                label="Style of your own (optional)"
                hint="CSS that loads nothing from elsewhere."
                rows={6}
                maxLength={20_000}
                spellCheck={false}
                {...field('customCss')}
              />
            </Anchored>
          </FormSection>
          <FormSection title="Help">
            <Anchored name="look/supportUrl">
              <Field label="Address of your support (optional)" type="url" {...field('supportUrl')} />
            </Anchored>
          </FormSection>
          <FormActions>
            <Button look="primary">Save look</Button>
            <PreviewButton action={ask} />
          </FormActions>
        </Form>
        <PreviewFrame action={ask} form={form} />
      </div>
    </>
  );
}
