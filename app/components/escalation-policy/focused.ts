/**
 * The control that a form which comes back gives the keyboard to. Without scripts the browser obeys the attribute, with
 * them React does when the form is made anew.
 */
export const focused = (isIt: boolean): { autoFocus?: true } => (isIt ? { autoFocus: true } : {});
