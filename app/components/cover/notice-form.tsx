import { type Method, methodName } from '~/components/contact-method/words';
import profile from '~/components/profile/profile.module.css';
import type { Refusal } from '~/lib/failure';
import { fieldOf } from '~/lib/form';
import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import { CheckboxGroup } from '~/ui/checkbox-group';
import { Anchored } from '~/ui/error-summary';
import { Select } from '~/ui/field';

type Settings = { day: boolean; hour: boolean; start: boolean; changes: boolean; contactMethodId: string | null };
type Props = { settings: Settings; methods: readonly Method[]; refusal: Refusal | undefined };

const NOTICES = [
  { value: 'day', word: 'A day before a shift' },
  { value: 'hour', word: 'An hour before' },
  { value: 'start', word: 'When it starts' },
  { value: 'changes', word: 'When your coming shifts change' },
] as const;

/** Which notices about one's shifts one wants, and where. */
export function NoticeForm({ settings, methods, refusal }: Props) {
  return (
    <Form method="post" className={profile.form}>
      <CheckboxGroup
        legend="Tell me"
        name="notice"
        choices={NOTICES}
        chosen={NOTICES.map(({ value }) => value).filter((value) => settings[value])}
      />
      <Anchored name="contactMethodId">
        <Select
          label="By"
          {...fieldOf(refusal, 'contactMethodId')}
          defaultValue={refusal?.values.contactMethodId ?? settings.contactMethodId ?? ''}
        >
          <option value="">e-mail</option>
          {methods.map((method) => (
            <option key={method.id} value={method.id}>
              {methodName(method)}
            </option>
          ))}
        </Select>
      </Anchored>
      <Button name="verb" value="notices">
        Save notices
      </Button>
    </Form>
  );
}
