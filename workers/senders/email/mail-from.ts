/** The domain of `MAIL_FROM` ("Name <pager@ops.example>" or a bare address): the home of Message-IDs and of our EHLO. */
export function mailDomain(mailFrom: string): string {
  const [, domain] = /@([A-Za-z0-9.-]+)\s*>?\s*$/.exec(mailFrom) ?? [];
  return domain?.toLowerCase() ?? 'localhost';
}

/** `MAIL_FROM` in its two parts; a bare address has no name. */
export function splitMailFrom(mailFrom: string): { name: string | null; email: string } {
  const [, name = '', email] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(mailFrom) ?? [];
  return { name: name.replace(/^"(.*)"$/, '$1') || null, email: email ?? mailFrom.trim() };
}

type Traced = { id: string; unsubscribeUrl?: string | null };

/**
 * Headers that keep holiday replies away (RFC 3834), let a mail be traced to its notification, and give one of many its
 * button to unsubscribe (RFC 8058).
 */
export const tracingHeaders = ({ id, unsubscribeUrl }: Traced): Record<string, string> => ({
  'Auto-Submitted': 'auto-generated',
  'X-OpsKnight-Notification': id,
  ...(unsubscribeUrl
    ? { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : {}),
});
