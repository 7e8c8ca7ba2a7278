import type { Role } from '../../domain/access/roles';
import type { Urgency } from '../../domain/incident/incident';
import type { Channel } from '../../domain/notification/channels';

/** Three time zones, so that "who is awake?" is a question in the demo too. */
const LISBON = 'Europe/Lisbon';
const NEW_YORK = 'America/New_York';
const SINGAPORE = 'Asia/Singapore';

export type DemoPerson = {
  id: string;
  name: string;
  email: string;
  role: Role;
  timezone: string;
  /** Besides e-mail. Numbers are from ranges reserved for fiction; nothing here reaches anybody. */
  methods: { kind: Exclude<Channel, 'email'>; value: string }[];
  rules: { urgency: Urgency; kind: Channel; delayMinutes: number }[];
};

const push = (device: string): DemoPerson['methods'][number] => ({
  kind: 'push',
  value: JSON.stringify({
    endpoint: `https://push.example.test/send/${device}`,
    keys: {
      p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    },
  }),
});

export const DEMO_ADMIN = 'usr_demo_ana';

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    id: DEMO_ADMIN,
    name: 'Ana Ribeiro',
    email: 'ana@example.com',
    role: 'ADMIN',
    timezone: LISBON,
    methods: [push('ana-phone'), { kind: 'sms', value: '+447700900101' }],
    rules: [],
  },
  {
    id: 'usr_demo_kwame',
    name: 'Kwame Mensah',
    email: 'kwame@example.com',
    role: 'RESPONDER',
    timezone: LISBON,
    methods: [push('kwame-phone'), { kind: 'sms', value: '+447700900102' }, { kind: 'slack', value: 'U0DEMOKWAME' }],
    rules: [
      { urgency: 'HIGH', kind: 'push', delayMinutes: 0 },
      { urgency: 'HIGH', kind: 'email', delayMinutes: 0 },
      { urgency: 'HIGH', kind: 'sms', delayMinutes: 2 },
      { urgency: 'LOW', kind: 'email', delayMinutes: 0 },
    ],
  },
  {
    id: 'usr_demo_ingrid',
    name: 'Ingrid Solheim',
    email: 'ingrid@example.com',
    role: 'RESPONDER',
    timezone: LISBON,
    methods: [
      { kind: 'sms', value: '+447700900103' },
      { kind: 'slack', value: 'U0DEMOINGRID' },
    ],
    rules: [],
  },
  {
    id: 'usr_demo_marcus',
    name: 'Marcus Bell',
    email: 'marcus@example.com',
    role: 'RESPONDER',
    timezone: NEW_YORK,
    methods: [
      { kind: 'sms', value: '+12025550104' },
      { kind: 'slack', value: 'U0DEMOMARCUS' },
    ],
    rules: [
      { urgency: 'HIGH', kind: 'email', delayMinutes: 0 },
      { urgency: 'HIGH', kind: 'sms', delayMinutes: 1 },
    ],
  },
  {
    id: 'usr_demo_lucia',
    name: 'Lucía Herrera',
    email: 'lucia@example.com',
    role: 'RESPONDER',
    timezone: NEW_YORK,
    methods: [push('lucia-phone')],
    rules: [],
  },
  {
    id: 'usr_demo_priya',
    name: 'Priya Raman',
    email: 'priya@example.com',
    role: 'RESPONDER',
    timezone: SINGAPORE,
    methods: [push('priya-phone'), { kind: 'sms', value: '+447700900106' }],
    rules: [],
  },
  {
    id: 'usr_demo_kenji',
    name: 'Kenji Watanabe',
    email: 'kenji@example.com',
    role: 'RESPONDER',
    timezone: SINGAPORE,
    methods: [{ kind: 'slack', value: 'U0DEMOKENJI' }],
    rules: [],
  },
  {
    id: 'usr_demo_meilin',
    name: 'Mei Lin Tan',
    email: 'meilin@example.com',
    role: 'OBSERVER',
    timezone: SINGAPORE,
    methods: [],
    rules: [],
  },
];
