import styles from './avatar.module.css';

/** Two letters for a name, as people sign a log: first and last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = ''] = words;
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toUpperCase();
}

/** Initials beside a name. They repeat it, so they say nothing to a screen reader. */
export function Avatar({ name, muted = false }: { name: string; muted?: boolean }) {
  return (
    <span aria-hidden="true" className={styles.avatar} data-muted={muted || undefined}>
      {initialsOf(name)}
    </span>
  );
}
