import * as z from 'zod';
import type { Channel } from '../notification/channels';
import { sha256Hex } from '../shared/hash';
import type { RandomBytes } from '../shared/ids';

const CODE_DIGITS = 6;
/** Guesses per code; with the pace of new codes a million possibilities last for years. */
export const CODE_TRIES = 5;

/** Six digits, unbiased (bytes of 250 and above are drawn again). */
export function newCode(random: RandomBytes): string {
  let code = '';
  while (code.length < CODE_DIGITS) {
    for (const byte of random(CODE_DIGITS * 2)) {
      if (byte < 250 && code.length < CODE_DIGITS) code += String(byte % 10);
    }
  }
  return code;
}

/** What is kept of a code. The address is part of it, so that a code never verifies another one. */
export const codeHash = (method: { id: string; kind: Channel; value: string }, code: string): string =>
  sha256Hex(JSON.stringify([method.id, method.kind, method.value, code]));

/** A code as people type it: blanks and a dash in the middle do no harm. */
export const verifyCodeInput = z.object({
  code: z
    .string()
    .max(30)
    .transform((text) => text.replace(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'Must be the six digits of the code')),
});
export type VerifyCodeInput = z.output<typeof verifyCodeInput>;
