import type { Refusal } from '~/lib/failure';
import type { Named } from '~/lib/operations';
import { Button } from '~/ui/button';
import { Combobox } from '~/ui/combobox';
import { Select } from '~/ui/field';
import { Section } from '~/ui/page';
import type { Watcher } from '../../../domain/incident/watcher';
import { WATCHER_ROLES } from '../../../domain/incident/watcher-roles';
import { ActionForm } from './action-form';
import styles from './records.module.css';
import { ROLE_HINTS, ROLE_WORDS } from './watcher-words';

type Props = {
  watchers: readonly Watcher[];
  me: string;
  people: readonly Named[] | null;
  refusal: Refusal | undefined;
};

/** Who is told of the incident without being paged; everybody may watch by themselves. */
export function Watchers({ watchers, me, people, refusal }: Props) {
  const watching = watchers.some(({ userId }) => userId === me);
  return (
    <Section title="Watchers">
      {watchers.length > 0 ? (
        <ul className={styles.list}>
          {watchers.map(({ userId, name, role }) => (
            <li key={userId}>
              <span>{userId === me ? `${name} (you)` : name}</span>
              <span className={styles.muted}>{ROLE_WORDS[role]}</span>
              {people && userId !== me ? (
                <ActionForm verb="unwatch">
                  <input type="hidden" name="userId" value={userId} />
                  <Button look="quiet" aria-label={`Take ${name} off the watchers`}>
                    Remove
                  </Button>
                </ActionForm>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.said}>Nobody watches this.</p>
      )}
      <ActionForm verb={watching ? 'unwatch' : 'watch'} className={styles.form}>
        <input type="hidden" name="userId" value={me} />
        <Button>{watching ? 'Stop watching' : 'Watch'}</Button>
      </ActionForm>
      <details open={refusal !== undefined}>
        <summary className={styles.unfold}>
          {people ? 'Add somebody, or watch as another role' : 'Watch as another role'}
        </summary>
        <ActionForm verb="watch" className={styles.form}>
          {people ? (
            <Combobox
              label="Person"
              name="userId"
              required
              placeholder="Choose"
              error={refusal?.errors.userId}
              defaultValue={refusal?.values.userId ?? ''}
              groups={[{ options: people.map(({ id, name }) => ({ value: id, word: name })) }]}
            />
          ) : (
            <input type="hidden" name="userId" value={me} />
          )}
          <Select label="Is told" name="role" defaultValue={refusal?.values.role ?? 'FOLLOWER'}>
            {WATCHER_ROLES.map((role) => (
              <option key={role} value={role}>
                {ROLE_HINTS[role]}
              </option>
            ))}
          </Select>
          <Button>Save watcher</Button>
        </ActionForm>
      </details>
    </Section>
  );
}
