import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import { cx } from '~/lib/cx';
import styles from './field.module.css';

type Labelled = { label: string; hint?: ReactNode; error?: string | undefined; name: string };

/** Label, control, hint and error, tied together for those who listen. */
export function Framed({
  label,
  hint,
  error,
  id,
  children,
}: Omit<Labelled, 'name'> & { id: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      {children}
      {error ? (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      ) : null}
    </div>
  );
}

const described = (id: string, { hint, error }: Partial<Labelled>) => ({
  id,
  'aria-invalid': error ? true : undefined,
  'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
});

export function Field({ label, hint, error, className, ...rest }: Labelled & InputHTMLAttributes<HTMLInputElement>) {
  const id = useFieldId(rest.name);
  return (
    <Framed label={label} hint={hint} error={error} id={id}>
      <input type="text" {...rest} {...described(id, { hint, error })} className={cx(styles.control, className)} />
    </Framed>
  );
}

export function Select({ label, hint, error, ...rest }: Labelled & SelectHTMLAttributes<HTMLSelectElement>) {
  const id = useFieldId(rest.name);
  return (
    <Framed label={label} hint={hint} error={error} id={id}>
      <select {...rest} {...described(id, { hint, error })} className={styles.control} />
    </Framed>
  );
}

export function Textarea({ label, hint, error, ...rest }: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useFieldId(rest.name);
  return (
    <Framed label={label} hint={hint} error={error} id={id}>
      <textarea rows={3} {...rest} {...described(id, { hint, error })} className={styles.control} />
    </Framed>
  );
}

export function Checkbox({
  label,
  name,
  ...rest
}: Pick<Labelled, 'label' | 'name'> & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <label className={styles.check}>
      <input {...rest} type="checkbox" name={name} />
      {label}
    </label>
  );
}

/** The look of one control, for fields made elsewhere. */
export const controlClass = styles.control;

/** The error summary links here; one page may hold the same field in two forms. */
function useFieldId(name: string): string {
  return `${name}-${useId().replaceAll(':', '')}`;
}
