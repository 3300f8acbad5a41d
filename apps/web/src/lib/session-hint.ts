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

const RENEWED = 'session-renewed';

/** Signed in again here: other tabs of this browser need not ask once more. */
export function tellOtherTabs() {
  try {
    localStorage.setItem(RENEWED, String(Date.now()));
  } catch {
    // Storage can be forbidden; then each tab asks.
  }
}

export const onSignedInElsewhere = (resume: () => void) => onStored(RENEWED, (value) => value !== null && resume());

/** Calls back when somebody signs out in another tab of this browser: then this one is theirs no longer either. */
export const onSignedOutElsewhere = (forget: () => void) => onStored(KEY, (value) => value === null && forget());

function onStored(wanted: string, tell: (value: string | null) => void) {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key === wanted) tell(newValue);
  };
  window.addEventListener('storage', onStorage);
  return () => window.removeEventListener('storage', onStorage);
}
