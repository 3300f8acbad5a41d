import { OfflineBar } from '../../components/offline-bar.js';
import { LiveBarsSlot } from '../live/live-bars-slot.js';
import { MainContent } from './main-content.js';
import { SkipLink } from './skip-link.js';

/** The whole screen for one thing: signing in, a visit. */
export function BareLayout() {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <LiveBarsSlot />
      <OfflineBar />
      <MainContent className="flex min-h-0 flex-1 flex-col" />
    </div>
  );
}
