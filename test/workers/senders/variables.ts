/** Variables that switch a provider on, for the tests of registry and configuration. */
export const RESEND = { RESEND_API_KEY: 're_1' };
export const SENDGRID = { SENDGRID_API_KEY: 'SG.1' };
export const SMTP = { SMTP_HOST: 'mail.example.test' };
export const AWS = { AWS_ACCESS_KEY_ID: 'AKIDTEST', AWS_SECRET_ACCESS_KEY: 'aws-secret', AWS_REGION: 'eu-central-1' };
export const TWILIO = {
  TWILIO_ACCOUNT_SID: `AC${'0123456789abcdef'.repeat(2)}`,
  TWILIO_AUTH_TOKEN: 'twilio-secret',
  TWILIO_FROM: '+15005550006',
};
export const WHATSAPP = {
  TWILIO_WHATSAPP_FROM: 'whatsapp:+15005550006',
  TWILIO_WHATSAPP_CONTENT_SID: `HX${'0123456789abcdef'.repeat(2)}`,
};
export const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1' };
