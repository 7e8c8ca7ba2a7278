import { useClock } from '~/lib/clock';
import { Notice } from '~/ui/notice';
import type { UserStatus } from '../../../domain/access/roles';
import { userSaved } from './words';

type Props = { done: string | null; changed: string; user: { name: string; status: UserStatus } };

/** What the last form did, told from the person as they are now. */
export function UserNotice({ done, changed, user: { name, status } }: Props) {
  const { locale } = useClock();
  const text = textOf();
  return text ? (
    <Notice key={`${done} ${changed}`} glyph={status === 'DISABLED' ? 'suppressed' : 'check'}>
      <p>{text}</p>
    </Notice>
  ) : null;

  function textOf(): string | null {
    switch (done) {
      case 'save':
        return userSaved(changed, locale);
      case 'disable':
        return status === 'DISABLED' ? `${name} is disabled and signed out everywhere.` : null;
      case 'enable':
        return status === 'DISABLED'
          ? null
          : `${name} is enabled, and is paged again where policies and schedules name them.`;
      case 'revoke':
        return 'The invitation is taken back: its link does not work any more.';
      default:
        return null;
    }
  }
}
