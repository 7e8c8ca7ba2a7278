import { Hono } from 'hono';
import { api } from './api';
import type { AppEnv } from './app-env';
import { authenticateApi } from './middleware/authenticate-api';
import { authenticateWeb } from './middleware/authenticate-web';
import { refuseForgedRequests } from './middleware/csrf';
import { notFound, onError } from './middleware/error-handler';
import { idempotency } from './middleware/idempotency';
import { requestContext } from './middleware/request-context';
import { requestId } from './middleware/request-id';
import { securityHeaders } from './middleware/security-headers';
import { calendars } from './routes/calendars';
import { compatible } from './routes/compatible';
import { health } from './routes/health';
import { heartbeatPings } from './routes/heartbeat-pings';
import { openApi } from './routes/openapi';
import { receipts } from './routes/receipts';
import { receiveAlerts } from './routes/receive';
import { replies } from './routes/replies';
import { respond } from './routes/respond';
import { setup } from './routes/setup';
import { slack } from './routes/slack';
import { ownHost, status } from './routes/status';
import { serveWeb } from './web';

/** All routes. What comes from machines stands first and shares nothing with the pages but these few middlewares. */
export const app = new Hono<AppEnv>();

app.use(requestId, securityHeaders, requestContext, refuseForgedRequests);
app.onError(onError);

// Before everything else: on a page's own host, /api is that page's.
app.use(ownHost);

app.route('/', health);
app.route('/api/integrations', receiveAlerts);
app.route('/api/heartbeats', heartbeatPings);
app.route('/', compatible);
app.route('/calendars', calendars);
app.route('/status', status);
app.route('/api/providers', receipts);
app.route('/api/providers/twilio', replies);
app.route('/api/providers/slack', slack);
app.route('/', respond);
app.route('/api', setup);
app.route('/api', openApi);
app.use('/api/v1/*', authenticateApi, idempotency);
app.route('/api/v1', api);
app.all('/api/*', notFound);

app.use(authenticateWeb);
app.all('*', serveWeb);
