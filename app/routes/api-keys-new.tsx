import keyStyles from '~/components/settings/api-key.module.css';
import { SCOPE_SAYS } from '~/components/settings/scopes';
import { refusal } from '~/lib/failure';
import { fieldOf, textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { requirePermission } from '~/lib/permission';
import { type ActionFunctionArgs, Form, type LoaderFunctionArgs, useActionData } from '~/lib/rr';
import { said } from '~/lib/said';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { CopyField } from '~/ui/copy-field';
import { Checkbox, Field, Select } from '~/ui/field';
import { FormActions, formClass } from '~/ui/form';
import { Notice, RefusalNotice } from '~/ui/notice';
import { PageHeader } from '~/ui/page';
import { createApiKeyInput } from '../../domain/access/api-key';
import { SCOPES } from '../../domain/access/roles';
import { DAY, toIso } from '../../domain/shared/time';

const WHO_MAY = 'API keys are for administrators. Ask one for a key.';
const SAYS = {
  name: 'Give the key a name that tells who uses it.',
  scopes: 'Choose what the key may do.',
  expiresAt: 'Choose when the key ends.',
};
const LIVES: [days: string, word: string][] = [
  ['30', 'In 30 days'],
  ['90', 'In 90 days'],
  ['365', 'In a year'],
  ['', 'Never'],
];

export function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'secrets.write', WHO_MAY);
  return null;
}

export async function action({ context, request }: ActionFunctionArgs) {
  requirePermission(context, request, 'secrets.write', WHO_MAY);
  const form = await request.formData();
  const days = Number(textOf(form, 'days'));
  const sent = {
    name: textOf(form, 'name'),
    scopes: form.getAll('scopes'),
    expiresAt: days > 0 ? toIso(context.now + days * DAY) : null,
  };
  const answer = said(await parsed(createApiKeyInput, sent, operationsOf(context).apiKey.create), SAYS);
  if (!answer.ok) return refusal(answer.error, 'create', form, { context, request });
  return { made: { name: answer.value.name, key: answer.value.key } };
}

export const meta = () => pageTitle('Create an API key');

export default function ApiKeyNew() {
  const answer = useActionData<typeof action>();
  const trail = [
    { to: '/settings', word: 'Settings' },
    { to: '/settings/api-keys', word: 'API keys' },
  ];
  if (answer && 'made' in answer) {
    return (
      <>
        <Breadcrumbs trail={trail} />
        <PageHeader title={answer.made.name} />
        <div className={keyStyles.made}>
          <Notice glyph="check">
            <p>The key is made. It is shown only now: copy it before you leave this page.</p>
          </Notice>
          <CopyField label="API key" text={answer.made.key} />
          <CopyField label="Sent as" text={`Authorization: Bearer ${answer.made.key}`} />
        </div>
        <LinkButton to="/settings/api-keys">Back to API keys</LinkButton>
      </>
    );
  }
  return (
    <>
      <Breadcrumbs trail={trail} />
      <PageHeader title="Create an API key" />
      {answer ? <RefusalNotice refusal={answer} /> : null}
      <Form method="post" className={formClass}>
        <Field
          label="Name"
          hint="Who uses it, such as “deploy pipeline”."
          required
          maxLength={200}
          autoComplete="off"
          {...fieldOf(answer, 'name')}
        />
        <fieldset className={keyStyles.scopes}>
          <legend>It may</legend>
          {SCOPES.map((scope) => (
            <Checkbox
              key={scope}
              name="scopes"
              value={scope}
              label={SCOPE_SAYS[scope]}
              defaultChecked={scope === 'read'}
            />
          ))}
        </fieldset>
        <Select label="It ends" {...fieldOf(answer, 'days')} defaultValue={answer?.values.days ?? '90'}>
          {LIVES.map(([days, word]) => (
            <option key={word} value={days}>
              {word}
            </option>
          ))}
        </Select>
        <FormActions>
          <Button look="primary">Create and show the key</Button>
          <LinkButton to="/settings/api-keys" look="quiet">
            Cancel
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
