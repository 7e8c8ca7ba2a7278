import { type ComboboxGroup, matching } from '~/ui/combobox-options';
import { statusWord } from '~/ui/state-badge';
import { incidentPath, numberOf } from '../incident/words';
import type { Found } from './search.server';

/** What choosing an option does: go somewhere, or a verb on an incident. Written as the option's value. */
export type Choice = { kind: 'go'; to: string } | { kind: 'act'; to: string; verb: string };

const go = (to: string): string => `go ${to}`;
const act = (to: string, verb: string): string => `act ${to} ${verb}`;

export function choiceOf(value: string): Choice | null {
  const [kind, to = '', verb = ''] = value.split(' ');
  if (kind === 'go') return { kind, to };
  return kind === 'act' ? { kind, to, verb } : null;
}

/** Words with which people begin when they want something done. */
const VERB_WORDS = /^(ack|acknowledge|resolve|open|go|find|page|show|override|cover|who is on call for)\s+/i;

/** What is looked for on the server: `ack #1042` looks for #1042, `override payments` for payments. */
export const soughtIn = (typed: string): string =>
  typed.trim().replace(VERB_WORDS, '').replace(/\?$/, '').slice(0, 200);

/** Whether each word that is looked for stands in a name. */
export const matches = (name: string, sought: string): boolean =>
  sought
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => name.toLocaleLowerCase().includes(word));

/** The ways of the frame, filtered by what is typed, and what the server has found for it. */
export function paletteGroups(
  typed: string,
  places: readonly { to: string; word: string }[],
  found: Found | undefined,
): ComboboxGroup[] {
  const ways = places.map(({ to, word }) => ({ value: go(to), word }));
  const groups = matching([{ label: 'Go to', options: ways }], typed);
  if (!found) return groups;
  const incidents = found.incidents.flatMap((incident) => {
    const to = incidentPath(incident);
    const name = `${numberOf(incident)} ${incident.title}`;
    return [
      { value: go(to), word: `${name} · ${statusWord(incident.status)}` },
      ...incident.verbs.map(({ verb, word }) => ({ value: act(to, verb), word: `${word} ${name}` })),
    ];
  });
  const lists = found.lists.map(({ label, base, entries, does }) => ({
    label,
    options: entries.flatMap(({ id, name }) => {
      const to = `${base}/${encodeURIComponent(id)}`;
      const verb = does ? [{ value: go(`${to}${does.path}`), word: `${does.word} ${name}` }] : [];
      return [{ value: go(to), word: name }, ...verb];
    }),
  }));
  return [...groups, { label: 'Incidents', options: incidents }, ...lists].filter(({ options }) => options.length > 0);
}
