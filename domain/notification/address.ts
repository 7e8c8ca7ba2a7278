import type { Channel } from './channels';

/** An address as a timeline may show it: a push subscription holds keys, so only the name of its service is told. */
export function addressForReaders(channel: Channel, value: string): string {
  if (channel !== 'push') return value;
  return /"endpoint"\s*:\s*"https?:\/\/([^/"]+)/.exec(value)?.[1] ?? 'a device';
}
