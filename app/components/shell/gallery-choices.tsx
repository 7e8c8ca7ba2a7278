import { Button } from '~/ui/button';
import { Combobox } from '~/ui/combobox';
import { ComboboxList } from '~/ui/combobox-list';
import type { ComboboxGroup } from '~/ui/combobox-options';
import { Section } from '~/ui/page';
import { Toast, Undo } from '~/ui/undo';
import styles from './gallery.module.css';

const PEOPLE = ['Ana Ribeiro', 'Bo Lindqvist', 'Chidi Okafor', 'Dana Weiss', 'Emi Sato', 'Farid Aziz', 'Grace Hall'];
const option = (word: string) => ({ value: word, word });
const GROUPS: ComboboxGroup[] = [
  { options: [{ value: '', word: 'Nobody' }] },
  { label: 'People', options: PEOPLE.map(option) },
  { label: 'Teams', options: ['Payments', 'Platform'].map(option) },
];

/** Choosing from many: at rest, refused, switched off, its list open, and a list without a match. */
export function GalleryChoices({ look }: { look: string }) {
  return (
    <Section title="Combobox">
      <div className={styles.stack}>
        <Combobox
          name={`${look}-lead`}
          label="Lead"
          hint="Type a part of the name."
          groups={GROUPS}
          defaultValue="Ana Ribeiro"
        />
        <Combobox name={`${look}-page`} label="Page" error="Choose whom to page." groups={GROUPS} />
        <Combobox name={`${look}-closed`} label="Switched off" groups={GROUPS} defaultValue="Payments" disabled />
        <div className={styles.open}>
          <ComboboxList
            id={`${look}-open`}
            label="Open"
            groups={GROUPS}
            place={2}
            value="Ana Ribeiro"
            onChoose={nothing}
          />
        </div>
        <div className={styles.open}>
          <ComboboxList
            id={`${look}-none`}
            label="Without a match"
            groups={[]}
            place={-1}
            value=""
            onChoose={nothing}
          />
        </div>
      </div>
    </Section>
  );
}

/** What was done and the way back: the notice in the page, and the toast for when that is out of sight. */
export function GalleryUndo() {
  const undo = <Button type="button">Undo</Button>;
  return (
    <Section title="Undo">
      <div className={styles.stack}>
        <Undo glyph="resolved" tone="resolved" undo={undo}>
          Resolved. Everyone who was paged is told.
        </Undo>
        <div className={styles.still}>
          <Toast glyph="suppressed" undo={undo} onEnd={nothing}>
            The integration is switched off: what it sends is refused.
          </Toast>
        </div>
      </div>
    </Section>
  );
}

const nothing = () => {};
