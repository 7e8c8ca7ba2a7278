// H: the least that a webhook can be. One route that parses its JSON body.
import { Hono } from 'hono';

export default new Hono().post('/', async (c) => c.json({ keys: Object.keys(await c.req.json()).length }));
