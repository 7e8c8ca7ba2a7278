import type { RouteName } from '../../../domain/access/route-access';
import { app } from '../../../workers/http/app';

/** Middleware, the 404 of the API, and the pages, which `webRoutes` lists. */
const CATCH_ALL = new Set(['ALL /*', 'ALL /api/v1/*', 'ALL /api/*']);

/** Every route that Hono answers itself. */
export const honoRoutes: RouteName[] = [
  ...new Set(
    app.routes.map(
      ({ method, path }) => `${method} ${path.replace(/(.)\/$/, '$1').replace(/\{[^}]*\}/g, '')}` as RouteName,
    ),
  ),
].filter((name) => !CATCH_ALL.has(name));

type RemixRoute = { id: string; parentId?: string; path?: string; index?: boolean; module: Record<string, unknown> };

/** Every page: GET for those that show or load something, POST for those that take a form. */
export async function webRoutes(): Promise<RouteName[]> {
  const build = (await import('../../../build/server')) as unknown as { routes: Record<string, RemixRoute> };
  const pathOf = ({ parentId, path = '' }: RemixRoute): string => {
    const parent = parentId ? build.routes[parentId] : undefined;
    return `${parent ? pathOf(parent) : ''}${path ? `/${path}` : ''}`;
  };
  return Object.values(build.routes)
    .filter(({ path, index }) => path !== undefined || index)
    .flatMap((route) => {
      const path = pathOf(route) || '/';
      const { loader, default: page, action } = route.module;
      return [loader || page ? [`GET ${path}`] : [], action ? [`POST ${path}`] : []].flat() as RouteName[];
    });
}

export const split = (name: RouteName): { method: string; path: string } => {
  const [method = '', path = ''] = name.split(' ', 2);
  return { method, path };
};
