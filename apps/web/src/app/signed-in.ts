// What only somebody who is signed in needs comes in one piece.
export { UnreadCount } from './frame/unread-count.js';
export { LiveBars } from './live/live-bars.js';
export { SignedInProviders } from './signed-in-providers.js';
