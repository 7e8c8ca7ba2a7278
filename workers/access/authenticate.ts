import { authenticateApiKey } from './authenticate-api-key';
import { authenticateSession } from './authenticate-session';
import { type Authentication, type AuthenticationDoors, refused } from './authentication';

/** `via` tells whether the browser sent the credential by itself, so that the request's origin has to be checked. */
export type ApiAuthentication = { via: 'bearer' | 'cookie'; authentication: Authentication };

/** Who calls the API: a Bearer key when there is an Authorization header, else the session cookie. */
export async function authenticateApiRequest(doors: AuthenticationDoors, request: Request): Promise<ApiAuthentication> {
  const header = request.headers.get('authorization');
  if (header === null) return { via: 'cookie', authentication: await authenticateSession(doors, request) };
  const [, key] = /^Bearer +(\S+)$/i.exec(header.trim()) ?? [];
  return { via: 'bearer', authentication: key ? await authenticateApiKey(doors, key) : refused('malformed') };
}
