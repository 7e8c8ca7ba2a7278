import type { Viewer } from '../../domain/access/viewer';
import { type AppLoadContext, redirect } from './rr';

/** A path of this site, or the fallback: never another origin, whatever was sent. */
export function sameOriginPath(candidate: unknown, fallback = '/'): string {
  if (typeof candidate !== 'string' || !candidate.startsWith('/')) return fallback;
  try {
    const base = 'https://here.invalid';
    const url = new URL(candidate, base);
    return url.origin === base ? `${url.pathname}${url.search}` : fallback;
  } catch {
    return fallback;
  }
}

/** Where to sign in and come back from. Single fetch asks for `/path.data`, which is no page. */
export function signInPath(request: Request): string {
  const url = new URL(request.url);
  const path = url.pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/');
  url.searchParams.delete('_routes');
  const next = request.method === 'GET' || request.method === 'HEAD' ? `${path}${url.search}` : path;
  return next === '/' ? '/login' : `/login?next=${encodeURIComponent(next)}`;
}

/** The signed-in person, or a redirect to the sign-in page. */
export function requireViewer(context: AppLoadContext, request: Request): Viewer {
  if (!context.viewer) throw redirect(signInPath(request));
  return context.viewer;
}
