import type { ButtonHTMLAttributes, ComponentProps } from 'react';
import { cx } from '~/lib/cx';
import { Link } from '~/lib/rr';
import styles from './button.module.css';

/** One `primary` per view; `danger` says in its words what is lost. */
export type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger';

type Look = { look?: ButtonLook };

/** A button of a form: it submits unless told otherwise. */
export function Button({
  look = 'plain',
  className,
  type = 'submit',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & Look) {
  return <button {...rest} type={type} className={cx(styles.button, styles[look], className)} />;
}

/** A link that looks like a button, for going somewhere; it never changes anything. */
export function LinkButton({ look = 'plain', className, ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link {...rest} className={cx(styles.button, styles[look], className)} />;
}

/** The same look for the `<summary>` of a menu. */
export const buttonClass = (look: ButtonLook = 'plain'): string => cx(styles.button, styles[look]);
