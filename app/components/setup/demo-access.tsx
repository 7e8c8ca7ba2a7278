import { LinkButton } from '~/ui/button';
import { CopyField } from '~/ui/copy-field';
import { Notice } from '~/ui/notice';
import styles from './setup-page.module.css';

export type DemoAccessShown = { email: string; password: string };

/** How to sign in to the demo organisation, for the one time it is shown. */
export function DemoAccessNotice({ access: { email, password } }: { access: DemoAccessShown }) {
  return (
    <>
      <Notice glyph="check">
        <p>Sign in as its administrator. The password is shown only now.</p>
      </Notice>
      <CopyField label="E-mail" text={email} />
      <CopyField label="Password" text={password} />
      <div className={styles.end}>
        <LinkButton to="/login" look="primary">
          Sign in
        </LinkButton>
      </div>
    </>
  );
}
