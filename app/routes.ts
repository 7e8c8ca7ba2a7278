import { index, type RouteConfig, route } from '@remix-run/route-config';

export default [
  index('routes/home.tsx'),
  route('login', 'routes/login.tsx'),
  route('logout', 'routes/logout.tsx'),
  route('theme', 'routes/theme.tsx'),
  route('incidents', 'routes/incidents.tsx'),
  route('incidents/new', 'routes/declare.tsx'),
  route('incidents/:id', 'routes/incident.tsx'),
  route('oncall', 'routes/oncall.tsx'),
  route('outbox', 'routes/outbox.tsx'),
  route('outbox/:id/html', 'routes/outbox-html.tsx'),
  route('more', 'routes/more.tsx'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
