// The one door to the router: moving to React Router 7 changes this file and the entry files.

export type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  HeadersFunction,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from '@remix-run/cloudflare';
export type { ShouldRevalidateFunction } from '@remix-run/react';
export {
  data,
  Form,
  isRouteErrorResponse,
  Link,
  Links,
  Meta,
  NavLink,
  Outlet,
  RemixBrowser,
  RemixServer,
  redirect,
  Scripts,
  ScrollRestoration,
  useActionData,
  useFetcher,
  useLoaderData,
  useLocation,
  useMatches,
  useNavigate,
  useNavigation,
  useRevalidator,
  useRouteError,
  useRouteLoaderData,
  useSubmit,
} from '@remix-run/react';
