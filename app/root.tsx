import './ui/base.css';
import type { ReactNode } from 'react';
import { useServiceWorker } from '~/components/device/use-service-worker';
import { Bare } from '~/components/shell/bare';
import { ErrorBlock, tellError } from '~/components/shell/error-block';
import { Shell } from '~/components/shell/shell';
import { ClockProvider } from '~/lib/clock';
import { operationsOf } from '~/lib/operations';
import {
  type AppLoadContext,
  Links,
  type LoaderFunctionArgs,
  Meta,
  type MetaFunction,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '~/lib/rr';
import { usableZone } from '~/lib/time';
import { pageTitle } from '~/lib/title';
import type { WaitingPage } from '../domain/incident/view';

export async function loader({ context }: LoaderFunctionArgs) {
  const { viewer, theme, singleKeys, now, isLocal, requestId, nonce } = context;
  return {
    viewer,
    theme,
    singleKeys,
    isLocal,
    requestId,
    nonce,
    waiting: viewer ? await waitingPages(context) : [],
    clock: { now, ...usableZone(viewer?.locale ?? 'en', viewer?.timezone ?? 'UTC') },
  };
}

/** The frame stands whatever the database says: without an answer there is no such line. */
async function waitingPages(context: AppLoadContext): Promise<WaitingPage[]> {
  const found = await operationsOf(context)
    .incident.waitingPages()
    .catch(() => null);
  return found?.ok ? found.value : [];
}

/** Pages have their own titles; this one is for errors, which have none. */
export const meta: MetaFunction = ({ error }) => (error ? pageTitle(tellError(error, '').title) : []);

export default function App() {
  const { viewer, isLocal, singleKeys, waiting, clock } = useLoaderData<typeof loader>();
  const bare = useHandle('bare');
  useServiceWorker(viewer !== null);
  return (
    <ClockProvider clock={clock}>
      {viewer && !bare ? (
        <Shell viewer={viewer} isLocal={isLocal} singleKeys={singleKeys} waiting={waiting}>
          <Outlet />
        </Shell>
      ) : (
        <Outlet />
      )}
    </ClockProvider>
  );
}

export function ErrorBoundary() {
  const root = useRouteLoaderData<typeof loader>('root');
  const told = tellError(useRouteError(), root?.requestId ?? '');
  const block = <ErrorBlock {...told} />;
  if (!root?.viewer) return <Bare>{block}</Bare>;
  return (
    <ClockProvider clock={root.clock}>
      <Shell viewer={root.viewer} isLocal={root.isLocal} singleKeys={root.singleKeys} waiting={root.waiting}>
        {block}
      </Shell>
    </ClockProvider>
  );
}

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root');
  const signal = useSignal();
  const noScripts = useHandle('noScripts');
  const theme = root?.theme ?? null;
  return (
    // The words are English, whatever language its reader has dates and numbers in (WCAG 3.1.1).
    <html lang="en" data-theme={theme ?? undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <ThemeColor theme={theme} />
        <Meta />
        <link rel="icon" type="image/svg+xml" href={`/favicon-${signal}.svg`} />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <Links />
      </head>
      <body>
        {children}
        {noScripts ? null : (
          <>
            <ScrollRestoration nonce={root?.nonce} />
            <Scripts nonce={root?.nonce} />
          </>
        )}
      </body>
    </html>
  );
}

const PAPER = { light: '#f5f4f0', dark: '#121311' };

function ThemeColor({ theme }: { theme: 'light' | 'dark' | null }) {
  if (theme) return <meta name="theme-color" content={PAPER[theme]} />;
  return (
    <>
      <meta name="theme-color" content={PAPER.light} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={PAPER.dark} media="(prefers-color-scheme: dark)" />
    </>
  );
}

/** True when a route on screen says so in its `handle`. */
function useHandle(name: 'bare' | 'noScripts'): boolean {
  return useMatches().some(({ handle }) => typeof handle === 'object' && handle !== null && name in handle);
}

/** The state the page's square in the browser tab shows, where its loader tells one. */
function useSignal(): 'calm' | 'open' | 'acknowledged' {
  const matches = useMatches();
  for (const { data } of matches) {
    const signal = typeof data === 'object' && data !== null && 'signal' in data ? data.signal : null;
    if (signal === 'open' || signal === 'acknowledged') return signal;
  }
  return 'calm';
}
