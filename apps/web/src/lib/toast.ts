/** A function says them anew when the language changes while they stand there. */
export type Words = string | (() => string);

export interface ToastAction {
  /** A verb: "Undo". */
  label: Words;
  onClick: () => void;
}

export interface ToastMessage {
  tone: 'ok' | 'neutral' | 'bad';
  text: Words;
  action?: ToastAction | undefined;
}

type Show = (message: ToastMessage) => void;

// What was said before the toaster's code has arrived waits here.
let waiting: ToastMessage[] = [];
let show: Show | null = null;
const wanted = new Set<() => void>();

function say(message: ToastMessage) {
  if (show) return show(message);
  waiting.push(message);
  for (const listener of wanted) listener();
}

/** A short word about what just happened. A failure that must be dealt with belongs beside its cause instead. */
export const toast = {
  success: (text: Words, action?: ToastAction) => say({ tone: 'ok', text, action }),
  note: (text: Words, action?: ToastAction) => say({ tone: 'neutral', text, action }),
  error: (text: Words, action?: ToastAction) => say({ tone: 'bad', text, action }),
};

/** For the toaster: whether there is anything to show yet. */
export const subscribeToToasts = (listener: () => void) => {
  wanted.add(listener);
  return () => wanted.delete(listener);
};
export const hasToasts = () => show !== null || waiting.length > 0;

/** For the toaster, once it can show them. Returns how to take it away again. */
export function connectToaster(next: Show) {
  show = next;
  for (const message of waiting) next(message);
  waiting = [];
  return () => {
    show = null;
  };
}
