/** Marks a control that a key presses, for the frame that listens and for the help that lists what there is. */
export const keyed = (keys: string, word: string) => ({ 'data-keys': keys, 'data-keys-word': word });
