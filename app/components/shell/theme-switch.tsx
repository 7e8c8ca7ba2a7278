import { Form, useLocation } from '~/lib/rr';
import styles from './theme-switch.module.css';

const CHOICES = [
  ['system', 'Same as device'],
  ['light', 'Light'],
  ['dark', 'Dark'],
] as const;

/** Light, dark, or what the device says. */
export function ThemeSwitch({ theme }: { theme: 'light' | 'dark' | null }) {
  const { pathname } = useLocation();
  return (
    <Form method="post" action="/theme" aria-label="Theme" className={styles.switch}>
      <input type="hidden" name="returnTo" value={pathname} />
      {CHOICES.map(([value, word]) => (
        <button key={value} type="submit" name="theme" value={value} aria-pressed={value === (theme ?? 'system')}>
          {word}
        </button>
      ))}
    </Form>
  );
}
