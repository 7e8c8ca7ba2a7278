import type { ReactNode } from 'react';
import styles from './form.module.css';

/** A named part of a long form, under a rule. */
export function FormSection({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className={styles.section}>
      <legend>{title}</legend>
      {lead ? <p className={styles.lead}>{lead}</p> : null}
      {children}
    </fieldset>
  );
}

/** Fields that belong side by side where there is room. */
export const FormRow = ({ children }: { children: ReactNode }) => <div className={styles.row}>{children}</div>;

/** What a form ends with: the one primary button first. */
export const FormActions = ({ children }: { children: ReactNode }) => <div className={styles.actions}>{children}</div>;

/** The class of a form that stands alone on a page. */
export const formClass: string | undefined = styles.form;
