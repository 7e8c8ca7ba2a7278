import type { Refusal } from '~/lib/failure';
import { fieldOf } from '~/lib/form';
import { Form } from '~/lib/rr';
import { Button, LinkButton } from '~/ui/button';
import { Combobox } from '~/ui/combobox';
import { Anchored, ErrorSummary } from '~/ui/error-summary';
import { Field } from '~/ui/field';
import { FormActions, FormSection, formClass } from '~/ui/form';
import { Notice, NoticeRegion } from '~/ui/notice';
import type { TeamDraft } from './draft';
import { MemberFields, type Person } from './member-fields';
import styles from './team-form.module.css';

type Props = {
  draft: TeamDraft;
  /** The list was changed by one of its buttons, and nothing is stored yet. */
  isChanged: boolean;
  people: readonly Person[];
  refusal: Refusal | undefined;
  save: string;
  cancel: string;
};

/** Name, lead and members of a team. Its list is changed by buttons that store nothing, so it works without scripts. */
export function TeamForm({ draft, isChanged, people, refusal, save, cancel }: Props) {
  const leads = people.filter(({ id, status }) => status !== 'DISABLED' || id === draft.leadId);
  return (
    <>
      {refusal ? <ErrorSummary refusal={refusal} /> : null}
      <Form method="post" className={formClass} preventScrollReset>
        {/* Enter presses a form's first button, which must not be one that takes somebody out. */}
        <button type="submit" name="step" value="save" hidden>
          {save}
        </button>
        <FormSection title="Team">
          <div className={styles.fields}>
            <Anchored name="name">
              <Field
                label="Name"
                required
                maxLength={200}
                autoComplete="off"
                {...fieldOf(refusal, 'name')}
                defaultValue={draft.name}
              />
            </Anchored>
            <Anchored name="leadId">
              <Combobox
                label="Lead"
                hint="A policy may page the lead alone."
                {...fieldOf(refusal, 'leadId')}
                defaultValue={draft.leadId}
                groups={[
                  {
                    options: [
                      { value: '', word: 'Nobody' },
                      ...leads.map(({ id, name }) => ({ value: id, word: name })),
                    ],
                  },
                ]}
              />
            </Anchored>
          </div>
        </FormSection>
        <FormSection title="Members">
          <NoticeRegion>
            {isChanged ? (
              <Notice glyph="note" key={draft.members.map(({ userId }) => userId).join(' ')}>
                <p>The list is changed. It counts once the team is saved.</p>
              </Notice>
            ) : null}
          </NoticeRegion>
          <MemberFields members={draft.members} people={people} refusal={refusal} />
        </FormSection>
        <FormActions>
          <Button look="primary" name="step" value="save">
            {save}
          </Button>
          <LinkButton to={cancel} look="quiet">
            Cancel
          </LinkButton>
        </FormActions>
      </Form>
    </>
  );
}
