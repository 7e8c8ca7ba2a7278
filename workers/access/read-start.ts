/** At most the first `maxBytes` of an answer, as text. */
export async function readStart(response: Response, maxBytes: number): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  while (length < maxBytes) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    const kept = value.subarray(0, maxBytes - length);
    text += decoder.decode(kept, { stream: true });
    length += kept.length;
  }
  await reader.cancel();
  return text;
}
