import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from '~/lib/rr';
import type { Viewer } from '../../../domain/access/viewer';
import type { WaitingPage } from '../../../domain/incident/view';
import { Keyboard } from '../keyboard/keyboard';
import { Connection } from './connection';
import { MAIN_LINKS, otherLinks, ownLinks } from './links';
import { Navigation } from './navigation';
import styles from './shell.module.css';
import { WaitingPages } from './waiting-pages';
import { Wordmark } from './wordmark';

type Props = {
  viewer: Viewer;
  isLocal: boolean;
  singleKeys: boolean;
  waiting: readonly WaitingPage[];
  children: ReactNode;
};

/** The frame of every page for people who are signed in: a rail on a desk, four tabs under the thumb on a phone. */
export function Shell({ viewer, isLocal, singleKeys, waiting, children }: Props) {
  useHeadingFocus();
  const others = otherLinks(viewer, isLocal);
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        Skip to content
      </a>
      <header className={styles.rail}>
        <Link to="/" className={styles.home} aria-label="OpsKnight Edge, home">
          <Wordmark />
        </Link>
        <Keyboard single={singleKeys} places={[...MAIN_LINKS, ...others, ...ownLinks(viewer)]} />
        <Navigation others={others} />
        <Link to="/more" className={styles.viewer}>
          <span className={styles.name}>{viewer.name}</span>
          <span className={styles.zone}>{viewer.timezone}</span>
        </Link>
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        <Connection />
        <WaitingPages pages={waiting} />
        {children}
      </main>
    </div>
  );
}

/** After a navigation without a page load the heading takes the focus, as a new page would be read from its title. */
function useHeadingFocus(): void {
  const { pathname } = useLocation();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    document.querySelector('h1')?.focus({ preventScroll: true });
  }, [pathname]);
}
