import type { Refusal } from '~/lib/failure';
import type { Named } from '~/lib/operations';
import { Combobox } from '~/ui/combobox';
import { Anchored } from '~/ui/error-summary';
import { Field, Select } from '~/ui/field';
import { FormRow } from '~/ui/form';
import { PRIORITIES } from '../../../domain/incident/incident';
import { ACTION_ITEM_STATUSES } from '../../../domain/postmortem/action-item';
import { ACTION_ITEM_WORDS } from './words';

type Props = {
  values: Record<string, string>;
  refusal: Refusal | undefined;
  people: readonly Named[];
  withStatus?: boolean;
};

/** What is to be done, whose it is, until when, and how important. */
export function ItemFields({ values, refusal, people, withStatus = false }: Props) {
  const shown = refusal?.values ?? values;
  const errors = refusal?.errors ?? {};
  return (
    <>
      <Anchored name="title">
        <Field
          label="What is to be done"
          name="title"
          required
          maxLength={500}
          defaultValue={shown.title ?? ''}
          error={errors.title}
        />
      </Anchored>
      <FormRow>
        <Combobox
          label="Owner"
          name="ownerId"
          defaultValue={shown.ownerId ?? ''}
          error={errors.ownerId}
          groups={[
            {
              options: [
                { value: '', word: 'Nobody yet' },
                ...people.map(({ id, name }) => ({ value: id, word: name })),
              ],
            },
          ]}
        />
        <Field label="Due" name="dueOn" type="date" defaultValue={shown.dueOn ?? ''} error={errors.dueOn} />
        <Select label="Priority" name="priority" defaultValue={shown.priority ?? 'P3'}>
          {PRIORITIES.map((priority) => (
            <option key={priority}>{priority}</option>
          ))}
        </Select>
        {withStatus ? (
          <Select label="Status" name="status" defaultValue={shown.status ?? 'OPEN'}>
            {ACTION_ITEM_STATUSES.map((status) => (
              <option key={status} value={status}>
                {ACTION_ITEM_WORDS[status]}
              </option>
            ))}
          </Select>
        ) : null}
      </FormRow>
    </>
  );
}
