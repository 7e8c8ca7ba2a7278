/** Where a key is reported; `turn` counts from 1 how often a wrong one may be mended. */
export const keysAddress = (appUrl: string, incidentId: string, notificationId: string, turn: number): string => {
  const query = new URLSearchParams({ incident: incidentId, notification: notificationId, turn: String(turn) });
  return `${appUrl}/api/providers/twilio/voice?${query}`;
};
