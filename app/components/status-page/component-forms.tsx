import { cx } from '~/lib/cx';
import type { Refusal } from '~/lib/failure';
import type { Named } from '~/lib/operations';
import { Form } from '~/lib/rr';
import type { StatusComponent } from '~/lib/status-pages';
import { Button } from '~/ui/button';
import { CheckboxGroup } from '~/ui/checkbox-group';
import { Field } from '~/ui/field';
import { FormActions, FormRow, formClass } from '~/ui/form';
import { Section } from '~/ui/page';
import { useOrderDrag } from '~/ui/use-order-drag';
import styles from './status-page.module.css';

type Props = {
  components: readonly StatusComponent[];
  services: readonly Named[];
  refusal: Refusal | undefined;
};

/** Each component in its place, to be dragged or moved by buttons, with what moves, changes and removes it, and room for one more. */
export function ComponentForms({ components, services, refusal }: Props) {
  const { handle, row } = useOrderDrag(components.map(({ id }) => id));
  return (
    <>
      {components.length > 0 ? (
        <Section title="In the order of the page">
          {components.map((component, i) => (
            <div
              key={component.id}
              {...row(component.id)}
              className={cx(styles.component, row(component.id).className)}
            >
              {components.length > 1 ? (
                <Order of={component} isFirst={i === 0} isLast={i === components.length - 1} />
              ) : null}
              <details open={refusal?.form === component.id}>
                <summary>
                  {components.length > 1 ? <span {...handle(component.id)} /> : null}
                  {component.group ? `${component.group}: ` : ''}
                  {component.name} <span className={styles.change}>Change</span>
                </summary>
                <Form method="post" className={formClass}>
                  <input type="hidden" name="id" value={component.id} />
                  <Fields
                    of={component}
                    services={services}
                    refusal={refusal?.form === component.id ? refusal : undefined}
                  />
                  <FormActions>
                    <Button name="verb" value="save">
                      Save {component.name}
                    </Button>
                    <Button name="verb" value="remove" look="danger" formNoValidate>
                      Remove with its history
                    </Button>
                  </FormActions>
                </Form>
              </details>
            </div>
          ))}
        </Section>
      ) : null}
      <Section title="Add a component">
        <Form method="post" className={cx(formClass, styles.under)}>
          <Fields of={null} services={services} refusal={refusal?.form === 'add' ? refusal : undefined} />
          <FormActions>
            <Button name="verb" value="add" look="primary">
              Add component
            </Button>
          </FormActions>
        </Form>
      </Section>
    </>
  );
}

type OrderProps = { of: StatusComponent; isFirst: boolean; isLast: boolean };

/** What a finger cannot drag, and a keyboard neither, moves by a place at a time. */
const Order = ({ of, isFirst, isLast }: OrderProps) => (
  <Form method="post" preventScrollReset className={styles.order}>
    <input type="hidden" name="id" value={of.id} />
    <Button name="verb" value="up" look="quiet" disabled={isFirst} aria-label={`Move up: ${of.name}`}>
      Up
    </Button>
    <Button name="verb" value="down" look="quiet" disabled={isLast} aria-label={`Move down: ${of.name}`}>
      Down
    </Button>
  </Form>
);

type FieldsProps = { of: StatusComponent | null; services: readonly Named[]; refusal: Refusal | undefined };

function Fields({ of, services, refusal }: FieldsProps) {
  const value = (name: 'name' | 'group' | 'description') => refusal?.values[name] ?? of?.[name] ?? '';
  return (
    <>
      <FormRow>
        <Field
          label="Name"
          name="name"
          required
          maxLength={200}
          error={refusal?.message}
          defaultValue={value('name')}
          autoComplete="off"
        />
        <Field label="Group (optional)" name="group" maxLength={100} defaultValue={value('group')} autoComplete="off" />
      </FormRow>
      <Field
        label="Description (optional)"
        name="description"
        maxLength={500}
        defaultValue={value('description')}
        autoComplete="off"
      />
      {services.length > 0 ? (
        <CheckboxGroup
          legend="As bad as the worst of"
          name="service"
          choices={services.map(({ id, name }) => ({ value: id, word: name }))}
          chosen={of?.serviceIds ?? []}
        />
      ) : null}
    </>
  );
}
