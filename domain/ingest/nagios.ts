import { defineAdapter } from './define';
import { nagiosEvents } from './nagios-family';

/** Nagios Core and XI: notification commands that post macros as a form or as JSON, upper or lower case. */
export const nagios = defineAdapter('nagios', 'Nagios', nagiosEvents);
