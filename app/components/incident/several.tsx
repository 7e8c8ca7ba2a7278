/** An address can name several; the form keeps them as one more choice. */
export function Several({ value = '', words }: { value: string | undefined; words: readonly string[] }) {
  if (value === '' || words.includes(value)) return null;
  return <option value={value}>{value.toLowerCase().replaceAll(',', ', ')}</option>;
}

export const severalOption = (value: string | undefined) =>
  value?.includes(',') ? [{ value, word: `${value.split(',').length} of them` }] : [];
