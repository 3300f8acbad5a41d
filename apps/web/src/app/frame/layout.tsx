import { useMatch } from 'react-router-dom';
import { cx } from '../../components/cx.js';
import { OfflineBar } from '../../components/offline-bar.js';
import { paths, routes } from '../../lib/paths.js';
import { KeysHelp } from './keys-help.js';
import { LiveBarsSlot } from '../live/live-bars-slot.js';
import { MainContent } from './main-content.js';
import { Rail } from './rail.js';
import { SkipLink } from './skip-link.js';

/** Rail on the left, on a phone a bar below. Messages take the height of the screen; an open one hides the bar. */
export function Layout() {
  const fillsScreen = useMatch(`${paths.messages}/*`) !== null;
  const hidesBar = useMatch(routes.conversation) !== null;

  return (
    <div className={cx('flex flex-col', fillsScreen ? 'h-dvh' : 'min-h-dvh')}>
      <SkipLink />
      <LiveBarsSlot />
      <KeysHelp />
      <div
        className={cx('flex min-h-0 flex-1', !hidesBar && 'max-md:pb-[calc(var(--bar)+env(safe-area-inset-bottom))]')}
      >
        <Rail className={cx(hidesBar && 'max-md:hidden')} />
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          <OfflineBar />
          <MainContent className={cx('flex-1', fillsScreen && 'min-h-0 overflow-hidden')} />
        </div>
      </div>
    </div>
  );
}
