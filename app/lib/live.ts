import { useEffect, useRef } from 'react';
import { SECOND } from '../../domain/shared/time';
import { isServed, type Need } from './connection';
import { useNavigation, useRevalidator } from './rr';

/** Several changes in one breath are one look, and a storm of them is a look each second. */
const GATHERED_MS = 150;
/** Whatever the page does meanwhile is let finish: a look in between would break it off. */
const BUSY_MS = 300;
/** An address that has never opened is given up: the page then asks by itself now and then. */
const MOST_FAILURES = 4;

/** How long until the next try: longer each time, and not at the same moment in every browser that lost its network. */
export const reconnectAfter = (failures: number, random: number): number =>
  Math.min(30, 2 ** failures) * SECOND * (0.5 + random / 2);

/** How long a change waits before the page is loaded again. */
export const lookAfter = (lastLookAt: number, now: number): number => Math.max(GATHERED_MS, lastLookAt + SECOND - now);

/** Loads the page's data again whenever the socket at `path` says that it changed, and after a time without network. */
export function useLiveData(path: string, need: Need): void {
  const { revalidate, state } = useRevalidator();
  const { state: moving } = useNavigation();
  const isIdle = useRef(true);
  useEffect(() => {
    isIdle.current = state === 'idle' && moving === 'idle';
  }, [state, moving]);
  useEffect(() => {
    let socket: WebSocket | null = null;
    let again: ReturnType<typeof setTimeout> | undefined;
    let look: ReturnType<typeof setTimeout> | undefined;
    let lastLookAt = 0;
    let failures = 0;
    let wasOpen = false;
    let isLeft = false;
    const refresh = async () => {
      look = undefined;
      lastLookAt = Date.now();
      if (!(await isServed(need)) || isLeft) return;
      if (isIdle.current) revalidate();
      else look ??= setTimeout(refresh, BUSY_MS);
    };
    const connect = () => {
      clearTimeout(again);
      socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${path}`);
      socket.onopen = () => {
        if (wasOpen) void refresh();
        wasOpen = true;
        failures = 0;
      };
      socket.onmessage = () => {
        look ??= setTimeout(refresh, lookAfter(lastLookAt, Date.now()));
      };
      socket.onclose = () => {
        if (isLeft) return;
        if (wasOpen && failures === 0) void isServed(need);
        failures += 1;
        if (wasOpen || failures < MOST_FAILURES) again = setTimeout(connect, reconnectAfter(failures, Math.random()));
      };
    };
    const reconnect = () => {
      if (socket?.readyState === WebSocket.CLOSED) connect();
    };
    connect();
    window.addEventListener('online', reconnect);
    return () => {
      isLeft = true;
      clearTimeout(again);
      clearTimeout(look);
      window.removeEventListener('online', reconnect);
      socket?.close();
    };
  }, [path, revalidate, need]);
}
