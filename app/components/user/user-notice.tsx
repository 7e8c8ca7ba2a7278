import { useClock } from '~/lib/clock';
import { Form } from '~/lib/rr';
import { Button } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { Undo } from '~/ui/undo';
import type { UserStatus } from '../../../domain/access/roles';
import { userPath, userSaved } from './words';

type Props = {
  done: string | null;
  changed: string;
  user: { id: string; name: string; status: UserStatus };
  mayWrite: boolean;
};

/** What the last form did, told from the person as they are now. */
export function UserNotice({ done, changed, user: { id, name, status }, mayWrite }: Props) {
  const { locale } = useClock();
  const text = textOf();
  if (text && done === 'disable' && mayWrite) {
    const undo = (
      <Form method="post" action={`${userPath({ id })}/edit`}>
        <Button name="verb" value="enable">
          Undo: enable again
        </Button>
      </Form>
    );
    return (
      <Undo key={done} glyph="suppressed" undo={undo}>
        {text}
      </Undo>
    );
  }
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
