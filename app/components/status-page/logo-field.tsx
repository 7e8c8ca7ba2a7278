import { Anchored } from '~/ui/error-summary';
import { Checkbox, Field } from '~/ui/field';
import styles from './status-page.module.css';

type Props = { label: string; name: 'logo' | 'logoDark'; logo: string | null; error: string | undefined };

/** The logo there is, a file that takes its place, and the way to have none. */
export function LogoField({ label, name, logo, error }: Props) {
  return (
    <Anchored name={`look/${name}`}>
      {logo ? <img src={logo} alt={`The logo now: ${label.toLowerCase()}`} className={styles[name]} /> : null}
      <Field label={label} name={name} type="file" accept="image/png,image/jpeg,image/webp,image/gif" error={error} />
      {logo ? <Checkbox name={`${name}-none`} label="Show none" /> : null}
    </Anchored>
  );
}
