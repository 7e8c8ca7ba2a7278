import { ZoneSelect } from '~/components/user/zone-select';
import type { ZoneGroup } from '~/components/user/zones';
import type { Refusal } from '~/lib/failure';
import { Form } from '~/lib/rr';
import { Button, LinkButton } from '~/ui/button';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Checkbox, Field, Select, Textarea } from '~/ui/field';
import { FormActions, FormSection, formClass } from '~/ui/form';
import { pageWords } from '../../../domain/status-page/languages/words';
import { AUDIENCES, PAGE_LANGUAGES } from '../../../domain/status-page/page';
import type { PageValues } from './values';
import { AUDIENCE_WORDS } from './words';

type Props = {
  values: PageValues;
  refusal: Refusal | undefined;
  zones: readonly ZoneGroup[];
  save: string;
  cancelTo: string;
};

/** What a page is called, where it stands here and who sees it; its look and its host name have screens of their own. */
export function PageForm({ values, refusal, zones, save, cancelTo }: Props) {
  const shown = refusal?.values ?? values;
  const errors = refusal?.errors ?? {};
  const field = (name: string, path = name) => ({ name, error: errors[path], defaultValue: shown[name] ?? '' });
  const tick = (name: string) => ({ name, defaultChecked: shown[name] === 'on' });
  return (
    <>
      {refusal ? <ErrorSummary refusal={refusal} /> : null}
      <Form method="post" className={formClass} noValidate={Boolean(refusal)}>
        <FormSection title="What it is">
          <Anchored name="name">
            <Field label="Name" required maxLength={200} autoComplete="off" {...field('name')} />
          </Anchored>
          <Anchored name="slug">
            <Field label="Address" hint="The end of /status/…" required maxLength={63} {...field('slug')} />
          </Anchored>
          <Anchored name="description">
            <Textarea label="Description (optional)" rows={2} maxLength={1000} {...field('description')} />
          </Anchored>
          <Anchored name="timezone">
            <ZoneSelect
              label="Time zone"
              name="timezone"
              groups={zones}
              defaultValue={shown.timezone ?? 'UTC'}
              error={errors.timezone}
            />
          </Anchored>
          <Select label="Language" {...field('language')}>
            {PAGE_LANGUAGES.map((one) => (
              <option key={one} value={one}>
                {pageWords(one).name}
              </option>
            ))}
          </Select>
        </FormSection>
        <FormSection title="Who sees it">
          <Select label="Audience" {...field('audience')}>
            {AUDIENCES.map((one) => (
              <option key={one} value={one}>
                {AUDIENCE_WORDS[one]}
              </option>
            ))}
          </Select>
          <Anchored name="password">
            <Field
              label="Password for visitors"
              type="password"
              autoComplete="new-password"
              hint="Only for an audience with a password. Left empty, it stays as it is."
              maxLength={200}
              name="password"
              error={errors.password}
            />
          </Anchored>
        </FormSection>
        <FormSection title="Uptime">
          <Checkbox label="Show uptime and bars of 90 days" {...tick('showUptime')} />
          <Checkbox label="Leave maintenance out of uptime" {...tick('excludeMaintenance')} />
        </FormSection>
        <FormActions>
          <Button look="primary">{save}</Button>
          <LinkButton to={cancelTo} look="quiet">
            Cancel
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
