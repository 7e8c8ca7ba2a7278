/** A CSV file to be saved; its name is one of ours. */
export const csvFile = ({ name, text }: { name: string; text: string }): Response =>
  new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'private, no-store',
    },
  });
