import type { NoticeReceiver } from '../../../db/repositories/shift-notices';
import type { ShiftContent } from '../../../domain/message/shift-content';
import type { Channel } from '../../../domain/notification/channels';
import type { Context } from '../../context';
import { type PreparedMessage, prepareMessage } from './prepare';

type Said<C> = C extends ShiftContent ? Omit<C, 'timezone' | 'at'> : never;

/** What is said to whom; `about`: the same gives the same message, which is sent once. */
export type Notice = { to: NoticeReceiver; about: readonly (string | number)[]; content: Said<ShiftContent> };

/** A message about shifts, by the contact method that its receiver chose for them, on the receiver's clock. */
export const prepareNotice = (context: Context, { to, about, content }: Notice): Promise<PreparedMessage> =>
  prepareMessage(context, {
    about: [to.id, ...about],
    content: { ...content, timezone: to.timezone, at: context.now } as ShiftContent,
    user: to,
    ...addressOf(to),
    isNotice: true,
  });

/** The chosen method while it can be used, else the e-mail: the verified one, or that of the account. */
function addressOf({ settings, methods, email }: NoticeReceiver): { channel: Channel; to: string } {
  const method =
    methods.find(({ id }) => id === settings.contactMethodId) ?? methods.find(({ kind }) => kind === 'email');
  return method ? { channel: method.kind, to: method.value } : { channel: 'email', to: email };
}
