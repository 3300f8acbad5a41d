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
