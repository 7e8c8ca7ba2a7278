import * as z from 'zod';

/** What the sign-in form and its API take. The lengths only bound the work; a wrong form of address is a wrong address. */
export const signInInput = z.object({
  email: z.string().trim().toLowerCase().min(1).max(320),
  password: z.string().min(1).max(1024),
  /** "Stay signed in on this phone". */
  remember: z.boolean().default(false),
});
export type SignInInput = z.output<typeof signInInput>;
