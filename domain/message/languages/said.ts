/** What a message says before links and codes stand beside it; names in it are clean. */
export type Said = {
  subject: string;
  before: string[];
  /** Of the link; null where there is none. */
  label: string | null;
  after: string[];
  /** One line; whoever has a link adds it. */
  short: string;
  /** To be heard: no addresses, digits one by one. */
  spoken: string;
};

/** Digits to be heard one by one. */
export const spelled = (code: string): string => code.split('').join(', ');

/** One sentence everywhere: as the subject, in the mail, on one line and for a voice. */
export const saying = (what: string, label: string | null, more: Partial<Said> = {}): Said => ({
  subject: what,
  before: [`${what}.`],
  label,
  after: [],
  short: `${what}.`,
  spoken: `${what}.`,
  ...more,
});

const MOST_LINES = 10;

/** The lines of a long list and how many more there are, in the language's own words. */
export const shortened = (lines: readonly string[], rest: (count: number) => string): string[] =>
  lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), rest(lines.length - MOST_LINES)] : [...lines];
