/** Apart from the code that reads it, which is loaded only where somebody types. */
export const DRAFTS_DATABASE = 'health-connect';
