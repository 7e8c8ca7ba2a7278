import { err, ok, type Result } from '../shared/result';

const IPV4 = /^\d+\.\d+\.\d+\.\d+$/;
const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;
/** Names that lead inside: single labels, and the ends that no public name has (RFC 6761, 6762, 8375). */
const PRIVATE_NAME = /^[^.]+$|(^|\.)(localhost|local|internal|intranet|lan|home\.arpa)$/;

/**
 * Whether an outgoing webhook may go there (RELIABILITY B6): https on port 443, a public name, no credentials, no address in
 * numbers in any notation. With `allowLoopback` (tests only) loopback by http or https on any port as well. The parser
 * has already made one notation of 127.1, 0x7f.1 or ::ffff:7f00:1. Errors are one line and never repeat the address.
 */
export function readWebhookTarget(address: string, allowLoopback: boolean): Result<URL, string> {
  if (!URL.canParse(address)) return err('is not an address');
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return err('must begin with https://');
  if (url.username !== '' || url.password !== '') return err('must not hold a user name or password');
  const host = url.hostname.replace(/\.$/, '');
  if (allowLoopback && LOOPBACK.test(host)) return ok(url);
  if (url.protocol !== 'https:') return err('must begin with https://');
  if (url.port !== '') return err('must use port 443');
  if (IPV4.test(host) || host.startsWith('[')) return err('must be a name, not an address in numbers');
  if (PRIVATE_NAME.test(host)) return err('must be a public name');
  return ok(url);
}
