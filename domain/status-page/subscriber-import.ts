import { readCsv } from '../shared/csv-read';
import type { StatusComponent } from './component';
import { emailField } from './subscriber-input';

/** More lines than these are left unread, and said to be. */
export const MOST_IMPORTED = 2000;

/** Why a line makes no subscriber, or that it is asked. */
export const IMPORT_OUTCOMES = [
  'asked',
  'asked-lately',
  'subscribed',
  'twice',
  'no-address',
  'no-component',
  'not-email',
] as const;
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number];

/** One line of a list of subscribers. `outcome` null: an address that can be asked. */
export type ImportLine = {
  line: number;
  /** As it is written; an e-mail address in lower case where it is one. */
  address: string;
  componentIds: string[];
  outcome: 'twice' | 'no-address' | 'no-component' | 'not-email' | null;
};

const ADDRESS_HEADS = ['address', 'email', 'e-mail', 'email address', 'e-mail address', 'mail'];
const COMPONENT_HEADS = ['components', 'component'];
const CHANNEL_HEADS = ['channel', 'type'];

type Columns = { address: number | null; components: number | null; channel: number | null };

/** Which column is what, where the first line says so; null: it is a line like the others. */
function columnsOf(cells: readonly string[]): Columns | null {
  const words = cells.map((cell) => cell.toLowerCase());
  const at = (heads: string[]): number | null => {
    const found = words.findIndex((word) => heads.includes(word));
    return found < 0 ? null : found;
  };
  const address = at(ADDRESS_HEADS);
  return address === null ? null : { address, components: at(COMPONENT_HEADS), channel: at(CHANNEL_HEADS) };
}

/**
 * A list of subscribers as it is pasted or exported elsewhere: one address a line, or CSV whose first line names the
 * columns (address or email, components parted by semicolons, channel). A line may wish for components by name; without
 * any it wishes for all. Answers at most `MOST_IMPORTED` lines, and whether there were more.
 */
export function readSubscribers(
  text: string,
  components: readonly Pick<StatusComponent, 'id' | 'name'>[],
): { lines: ImportLine[]; isCut: boolean } {
  const all = readCsv(text);
  const head = columnsOf(all[0]?.cells ?? []);
  const rows = head ? all.slice(1) : all;
  const ids = new Map(components.map(({ id, name }) => [name.toLowerCase(), id]));
  const seen = new Set<string>();
  const lines = rows.slice(0, MOST_IMPORTED).map(({ line, cells }): ImportLine => {
    const cell = (at: number | null | undefined): string => (typeof at === 'number' ? (cells[at] ?? '') : '');
    const written = head ? cell(head.address) : (cells.find((one) => one.includes('@')) ?? cells[0] ?? '');
    const email = emailField.safeParse(written);
    const wished = cell(head?.components)
      .split(';')
      .map((name) => name.trim().toLowerCase())
      .filter((name) => name !== '' && name !== 'all');
    const componentIds = wished.flatMap((name) => ids.get(name) ?? []);
    const made = { line, address: email.success ? email.data : written.slice(0, 320), componentIds };
    const channel = cell(head?.channel).toLowerCase();
    if (channel !== '' && channel !== 'email' && channel !== 'e-mail') return { ...made, outcome: 'not-email' };
    if (!email.success) return { ...made, outcome: 'no-address' };
    if (componentIds.length < wished.length) return { ...made, outcome: 'no-component' };
    if (seen.has(email.data)) return { ...made, outcome: 'twice' };
    seen.add(email.data);
    return { ...made, outcome: null };
  });
  return { lines, isCut: rows.length > MOST_IMPORTED };
}
