import type { SimulatedPage } from '~/lib/paging';
import type { Channel } from '../../../domain/notification/channels';

/** Pages of one person at one moment, in one line. */
export type SimulatedLine = Pick<SimulatedPage, 'at' | 'user' | 'userId' | 'step' | 'cycle'> & { channels: Channel[] };

/** The same pages in fewer lines: those that go to one person at one moment stand together. */
export function linesOf(pages: readonly SimulatedPage[]): SimulatedLine[] {
  const lines = new Map<string, SimulatedLine>();
  for (const { at, user, userId, channel, step, cycle } of pages) {
    const key = [at, userId, step, cycle].join(' ');
    const line = lines.get(key) ?? { at, user, userId, step, cycle, channels: [] };
    lines.set(key, { ...line, channels: [...line.channels, channel] });
  }
  return [...lines.values()];
}
