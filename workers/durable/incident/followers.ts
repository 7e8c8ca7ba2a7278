/**
 * Takes a page that shows the incident: it holds a socket, which sleeps with the object and costs nothing meanwhile. It
 * is told only that something changed; what changed, its page asks for with its own rights.
 */
export function takeFollower(ctx: DurableObjectState): Response {
  const { 0: theirs, 1: ours } = new WebSocketPair();
  ctx.acceptWebSocket(ours);
  return new Response(null, { status: 101, webSocket: theirs });
}

/** Says to every page that shows the incident that it has changed. One that has gone is found out and dropped by the platform. */
export function tellFollowers(ctx: DurableObjectState): void {
  for (const follower of ctx.getWebSockets()) {
    try {
      follower.send('changed');
    } catch {
      follower.close(1011);
    }
  }
}
