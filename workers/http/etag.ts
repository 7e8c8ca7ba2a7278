/** Whether If-None-Match names this ETag; it compares weakly (RFC 9110, 13.1.2). */
export const matchesEtag = (header: string | null | undefined, etag: string): boolean =>
  (header?.split(',', 50) ?? []).some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag);
