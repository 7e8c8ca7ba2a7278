import { line } from '../../domain/notification/render/plain';

const ERROR_MAX = 200;

/** A provider's words as one line for a person: "resend 403: The domain is not verified." */
export const errorLine = (provider: string, code: string | number | null, words: string): string =>
  `${provider}${code === null ? '' : ` ${code}`}: ${line(words, ERROR_MAX) || 'no reason given'}`;
