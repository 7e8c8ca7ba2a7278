import type { Refusal } from '~/lib/failure';
import type { StatusPage } from '~/lib/status-pages';
import { Field, Select, Textarea } from '~/ui/field';
import { FormRow } from '~/ui/form';
import { INCIDENT_STATUSES, REPORT_KINDS } from '../../../domain/status-page/report';
import { templateErrors } from './template-values';
import { KIND_WORDS, STATUS_WORDS } from './words';

type Props = { of: StatusPage['templates'][number] | null; refusal: Refusal | undefined };

const SAYS: Record<string, string> = {
  name: 'Give a name of at most 200 characters.',
  title: 'Give a title of at most 200 characters.',
};

/** The words to begin a report with. */
export function TemplateFields({ of, refusal }: Props) {
  const shown: Record<string, string> = refusal?.values ?? { kind: 'incident', status: 'investigating', ...of };
  const errors = templateErrors(refusal?.errors ?? {});
  const field = (name: string) => ({
    name,
    error: errors[name] && (SAYS[name] ?? errors[name]),
    defaultValue: shown[name] ?? '',
  });
  return (
    <>
      <Field
        label="Name"
        hint="Seen by those who write reports."
        required
        maxLength={200}
        autoComplete="off"
        {...field('name')}
        error={errors[''] ?? field('name').error}
      />
      <FormRow>
        <Select label="For" {...field('kind')}>
          {REPORT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {KIND_WORDS[kind]}
            </option>
          ))}
        </Select>
        <Select label="Status" hint="Of an incident; maintenance begins as planned." {...field('status')}>
          {INCIDENT_STATUSES.map((status) => (
            <option key={status} value={status}>
              {STATUS_WORDS[status]}
            </option>
          ))}
        </Select>
      </FormRow>
      <Field label="Title" required maxLength={200} autoComplete="off" {...field('title')} />
      <Textarea label="Text (optional)" rows={4} maxLength={10_000} {...field('body')} />
    </>
  );
}
