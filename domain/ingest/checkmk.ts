import { defineAdapter } from './define';
import { nagiosEvents } from './nagios-family';

/** Checkmk: notification scripts that post the notification context as JSON. */
export const checkmk = defineAdapter('checkmk', 'Checkmk', nagiosEvents);
