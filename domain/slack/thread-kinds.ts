import { ANNOUNCEMENT_KINDS } from '../incident/announcement';

/** What the thread of an incident can be told of; that it was opened is what the message itself says. */
export const THREAD_KINDS = ANNOUNCEMENT_KINDS.filter((kind) => kind !== 'opened');
export type ThreadKind = (typeof THREAD_KINDS)[number];
