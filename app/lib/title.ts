/** The title of a page in the browser's tab. */
export const pageTitle = (title: string) => [{ title: `${title} · OpsKnight Edge` }];
