import { defineAdapter } from './define';
import { nagiosEvents } from './nagios-family';

/** Icinga 2: notification commands that post runtime macros as JSON. */
export const icinga2 = defineAdapter('icinga2', 'Icinga 2', nagiosEvents);
