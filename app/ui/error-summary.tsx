import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import type { Refusal } from '~/lib/failure';
import styles from './error-summary.module.css';
import { Glyph } from './glyph';

const anchorOf = (name: string): string => `field-${name}`;

/** Where the summary leads to: wraps the field of that name. */
export const Anchored = ({ name, children }: { name: string; children: ReactNode }) => (
  <div id={anchorOf(name)}>{children}</div>
);

/** Without scripts the browser obeys the attribute. */
const FOCUSED = { autoFocus: true };

type Props = { refusal: Refusal; known?: (name: string) => boolean };

/** Why a form was refused, focused, each line a link to its `Anchored` field; those without one are only said. */
export function ErrorSummary({ refusal, known = () => true }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const errors = Object.entries(refusal.errors);
  const said = errors.some(([, message]) => message === refusal.message);
  return (
    <div ref={box} role="alert" tabIndex={-1} className={styles.summary} {...FOCUSED}>
      <Glyph name="warning" />
      <div>
        {said ? <p>This was not saved.</p> : <p>{refusal.message}</p>}
        {errors.length > 0 ? (
          <ul>
            {errors.map(([name, message]) => (
              <li key={name}>
                {known(name) ? (
                  <a href={`#${anchorOf(name)}`} onClick={(event) => focusField(event, name)}>
                    {message}
                  </a>
                ) : (
                  message
                )}
              </li>
            ))}
          </ul>
        ) : null}
        <p className={styles.id}>
          Request <code>{refusal.requestId}</code>
        </p>
      </div>
    </div>
  );
}

/** Without scripts the link leads beside the field, so that the next Tab is in it. */
function focusField(event: MouseEvent, name: string): void {
  const field = document.getElementById(anchorOf(name))?.querySelector<HTMLElement>('input, select, textarea');
  if (!field) return;
  event.preventDefault();
  field.focus();
}
