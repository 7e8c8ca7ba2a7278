import { err, ok, type Result } from '../shared/result';

/** The subject as push services take it, or in words why they would not: "must begin with mailto: or https:". */
export type VapidSubject = Result<string, string>;

const INSIDE = /(^|[.@])(localhost|local|internal|lan)$/i;

/**
 * Whom a push service can write to about our pushes (RFC 8292, 2.1). Apple refuses every push whose subject is no real
 * contact, with 403 BadJwtToken (UX §3.4), so a name that leads nowhere is refused here already.
 */
export function readVapidSubject(text: string): VapidSubject {
  const mail = /^mailto:[^\s@]+@([^\s@]+)$/.exec(text)?.[1];
  const host = mail ?? (/^https:\/\/\S+$/.test(text) && URL.canParse(text) ? new URL(text).hostname : null);
  if (!host) return err('must be a contact such as mailto:ops@example.com or https://example.com');
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(host) || INSIDE.test(host)) {
    return err('must lead to a public name: Apple refuses pushes whose contact it cannot reach');
  }
  return ok(text);
}
