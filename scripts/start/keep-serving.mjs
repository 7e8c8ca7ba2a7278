// Loaded into `wrangler dev` before it starts. Its proxy reports every request that it could not finish, such as a form
// whose sender breaks off half-way, and wrangler takes each report as a reason to exit, with an empty error. One lost
// request is no reason: its sender gets an answer of 500 if it is still there, and the others are served on.
import { EventEmitter } from 'node:events';

const emit = EventEmitter.prototype.emit;

const isLostRequest = (event) => event?.source === 'ProxyController' && event.reason === 'Error inside ProxyWorker';

EventEmitter.prototype.emit = function emitUnlessLost(name, event, ...rest) {
  if (name === 'error' && isLostRequest(event)) return true;
  return emit.call(this, name, event, ...rest);
};
