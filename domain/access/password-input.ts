import * as z from 'zod';
import { nameField, zoneField } from '../shared/input';

/** A new password. Length alone decides (ASVS 5.0, 6.2.1 and 6.2.5). */
export const passwordField = z.string().min(12, 'At least 12 characters').max(200, 'At most 200 characters');

/** The part of a one-time link that opens something. The length only bounds the work. */
export const linkTokenField = z.string().min(1).max(200);

export const acceptInvitationInput = z.object({
  token: linkTokenField,
  password: passwordField,
  name: nameField.optional(),
  timezone: zoneField.optional(),
});
export type AcceptInvitationInput = z.output<typeof acceptInvitationInput>;

/** A wrong form of address is a wrong address, and answered like a right one. */
export const forgotPasswordInput = z.object({ email: z.string().trim().toLowerCase().min(1).max(320) });
export type ForgotPasswordInput = z.output<typeof forgotPasswordInput>;

export const resetPasswordInput = z.object({ token: linkTokenField, password: passwordField });
export type ResetPasswordInput = z.output<typeof resetPasswordInput>;

export const changePasswordInput = z.object({ current: z.string().min(1).max(1024), next: passwordField });
export type ChangePasswordInput = z.output<typeof changePasswordInput>;

export const linkTokenInput = z.object({ token: linkTokenField });
export type LinkTokenInput = z.output<typeof linkTokenInput>;
