const KEY = 'signed-in';

/** Whether somebody was signed in here last time: what to show while the server has not answered yet. Never a proof. */
export function wasSignedIn() {
  try {
    return localStorage.getItem(KEY) === 'yes';
  } catch {
    return false;
  }
}

export function rememberSignedIn(signedIn: boolean) {
  try {
    if (signedIn) localStorage.setItem(KEY, 'yes');
    else localStorage.removeItem(KEY);
  } catch {
    // Storage can be forbidden; then a reload shows the signed-out frame for a moment.
  }
}

/** Calls back when somebody signs out in another tab of this browser: then this one is theirs no longer either. */
export const onSignedOutElsewhere = (forget: () => void) => onStored(KEY, (value) => value === null && forget());

/** Calls back when another tab of this browser stores something under this key; null where it was removed. */
export function onStored(wanted: string, tell: (value: string | null) => void) {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key === wanted) tell(newValue);
  };
  window.addEventListener('storage', onStorage);
  return () => window.removeEventListener('storage', onStorage);
}
