/** What somebody asked by `/opsknight …`. */
export type SlackCommand =
  | { verb: 'help' }
  | { verb: 'oncall' }
  | { verb: 'who'; about: string | null }
  | { verb: 'declare'; words: string }
  | { verb: 'ack'; id: string }
  | { verb: 'resolve'; id: string; note: string | null }
  | { verb: 'note'; id: string; body: string }
  /** Could not be read; `usage` is how it is written. */
  | { verb: 'unclear'; usage: string };

export const USAGE = {
  oncall: '/opsknight oncall',
  who: '/opsknight who [number or service]',
  declare: '/opsknight declare service title',
  ack: '/opsknight ack number',
  resolve: '/opsknight resolve number [what solved it]',
  note: '/opsknight note number text',
} as const;

const ALIASES: Record<string, keyof typeof USAGE | 'help'> = {
  '': 'help',
  help: 'help',
  '?': 'help',
  oncall: 'oncall',
  'on-call': 'oncall',
  who: 'who',
  declare: 'declare',
  open: 'declare',
  ack: 'ack',
  acknowledge: 'ack',
  resolve: 'resolve',
  note: 'note',
};

/** `1042`, `#1042` or `inc_…`; null for anything else. */
const incidentId = (word: string): string | null =>
  /^#?\d{1,9}$|^inc_[0-9a-z]{8,64}$/.test(word.toLowerCase()) ? word.toLowerCase() : null;

/** The text behind the command, in any case and spacing. Slack sends it as it was typed. */
export function parseCommand(text: string): SlackCommand {
  const [, word = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
  const verb = Object.hasOwn(ALIASES, word.toLowerCase()) ? ALIASES[word.toLowerCase()] : undefined;
  switch (verb) {
    case undefined:
      return { verb: 'unclear', usage: '/opsknight help' };
    case 'help':
    case 'oncall':
      return { verb };
    case 'who':
      return { verb, about: rest || null };
    case 'declare':
      return rest ? { verb, words: rest } : { verb: 'unclear', usage: USAGE.declare };
    case 'ack':
    case 'resolve':
    case 'note': {
      const [, first = '', more = ''] = /^(\S*)\s*([\s\S]*)$/.exec(rest) ?? [];
      const id = incidentId(first);
      if (id === null || (verb === 'note' && more === '')) return { verb: 'unclear', usage: USAGE[verb] };
      if (verb === 'ack') return { verb, id };
      return verb === 'resolve' ? { verb, id, note: more || null } : { verb, id, body: more };
    }
  }
}

type Named = { id: string; name: string };

/** The service that a text begins with, and what comes after; `matches` says how many could be meant. */
export type ServiceMatch = { service: Named; rest: string } | { service: null; matches: readonly Named[] };

const quotedName = /^["“']([^"”']+)["”']\s*:?\s*([\s\S]*)$/;

/**
 * Finds the service by the longest name that the text begins with, in any case, with quotes or a colon or without; by the
 * beginning of a name if only one begins like the first word.
 */
export function matchService(services: readonly Named[], text: string): ServiceMatch {
  const quoted = quotedName.exec(text.trim());
  const words = quoted ? `${quoted[1]} ${quoted[2]}` : text.trim();
  const lower = words.toLowerCase();
  const whole = services
    .filter(({ name }) => {
      const next = lower.charAt(name.length);
      return lower.startsWith(name.toLowerCase()) && (next === '' || /[\s:]/.test(next));
    })
    .toSorted((a, b) => b.name.length - a.name.length);
  const [longest] = whole;
  if (longest) return { service: longest, rest: words.slice(longest.name.length).replace(/^[\s:]+/, '') };
  const [first = '', ...others] = words.split(/\s+/);
  const start = first.replace(/:$/, '').toLowerCase();
  const beginning = start === '' ? [] : services.filter(({ name }) => name.toLowerCase().startsWith(start));
  const [only] = beginning;
  if (only && beginning.length === 1) return { service: only, rest: others.join(' ') };
  return { service: null, matches: beginning };
}
