import { DoneNotice } from '~/components/status-page/done-notice';
import { HostFindings } from '~/components/status-page/host-findings';
import { StatusPageHead } from '~/components/status-page/page-head';
import styles from '~/components/status-page/status-page.module.css';
import { PAGE_SAYS, statusPagePath, WHO_MAY } from '~/components/status-page/words';
import { cx } from '~/lib/cx';
import { refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
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
import { CopyField } from '~/ui/copy-field';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Field } from '~/ui/field';
import { FormActions, formClass } from '~/ui/form';
import { Section } from '~/ui/page';
import { updateStatusPageInput } from '../../domain/status-page/input';

const DONE = { update: 'The host name is saved. The page stands there as soon as the name leads here.' };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const page = await operationsOf(context).statusPage.get({ id: params.id ?? '' });
  const { id, name, host, slug } = unwrap(page, { context, request });
  return { page: { id, name }, host, slug, done: new URL(request.url).searchParams.get('done') ?? '' };
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const where = { context, request };
  const form = await request.formData();
  const id = params.id ?? '';
  const { checkHost, update } = operationsOf(context).statusPage;
  if (textOf(form, 'verb') === 'check') {
    const checked = await checkHost({ id });
    return checked.ok ? { found: checked.value } : refusal(checked.error, 'check', form, where);
  }
  const input = { host: textOf(form, 'host') || null };
  const saved = said(await parsed(updateStatusPageInput, input, (one) => update({ id, ...one })), PAGE_SAYS);
  if (!saved.ok) return refusal(saved.error, 'host', form, where);
  return redirect(`${statusPagePath({ id })}/host?done=update`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(`Host name of ${data?.page.name ?? ''}`);

export default function StatusPageHost() {
  const { page, host, slug, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && 'form' in answer ? answer : undefined;
  const found = answer && 'found' in answer ? answer.found : null;
  return (
    <>
      <StatusPageHead page={page} mayWrite />
      <DoneNotice done={answer ? '' : done} words={DONE} again={host ?? ''} />
      {refused ? <ErrorSummary refusal={refused} /> : null}
      <Form method="post" className={cx(formClass, styles.apart)} noValidate={Boolean(refused)}>
        <p>
          Under a name of its own the page stands at the root, and nothing else of this installation can be reached
          there. Without one it stands at <code>/status/{slug}</code>, and goes on doing so.
        </p>
        <Anchored name="host">
          <Field
            label="Host name (optional)"
            name="host"
            hint="Such as status.example.com."
            maxLength={253}
            autoComplete="off"
            error={refused?.errors.host}
            defaultValue={refused?.values.host ?? host ?? ''}
          />
        </Anchored>
        <FormActions>
          <Button look="primary" name="verb" value="save">
            Save host name
          </Button>
        </FormActions>
      </Form>
      {host ? (
        <>
          <Section title="How the name comes here">
            <ol className={styles.steps}>
              <li>
                The domain must be in the Cloudflare account of this Worker. In the Cloudflare dashboard open the
                Worker, then Settings, Domains &amp; Routes, Add, Custom domain, and give this name:
                <CopyField label="Custom domain" text={host} />
              </li>
              <li>
                Cloudflare makes the DNS record, proxied, and the certificate. Take away an older record of the name
                first, or it refuses.
              </li>
              <li>With wrangler instead, put this into wrangler.toml and deploy:</li>
            </ol>
            <CopyField label="wrangler.toml" text={`[[routes]]\npattern = "${host}"\ncustom_domain = true`} block />
            <p>A CNAME from a domain that is not in the account is not enough: Cloudflare answers it with an error.</p>
          </Section>
          <Section title="Whether it does">
            {found ? <HostFindings found={found} /> : null}
            <Form method="post" preventScrollReset className={styles.under}>
              <Button name="verb" value="check">
                Check now
              </Button>
            </Form>
          </Section>
        </>
      ) : null}
    </>
  );
}
