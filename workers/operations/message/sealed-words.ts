import * as z from 'zod';
import { isSecretKind } from '../../../domain/message/kinds';
import type { Message } from '../../../domain/message/lifecycle';
import type { RenderedMessage } from '../../../domain/notification/content';
import { type Place, seal, unseal } from '../../access/sealed';
import type { Config } from '../../config';

type Kept = Pick<Message, 'subject' | 'text' | 'html'>;

const placeOf = (id: string): Place => ({ table: 'messages', row: id, column: 'text' });

const sealedWords = z.object({ text: z.string(), html: z.string().nullable() });

/** The words as they are stored: a link or a code that lets somebody in is sealed, since only its hash may be readable at rest. */
export async function sealWords(
  config: Config,
  { id, kind }: Pick<Message, 'id' | 'kind'>,
  { subject, text, html }: RenderedMessage,
): Promise<Kept> {
  if (!isSecretKind(kind)) return { subject, text, html };
  return { subject, text: await seal(config, placeOf(id), JSON.stringify({ text, html })), html: null };
}

/** The words to send; null when they were sealed with a key that is gone. */
export async function openWords(config: Config, message: Message): Promise<RenderedMessage | null> {
  const { id, kind, subject, text, html } = message;
  if (!isSecretKind(kind)) return { subject, text, html };
  const opened = await unseal(config, placeOf(id), text);
  return opened === null ? null : { subject, ...sealedWords.parse(JSON.parse(opened)) };
}
