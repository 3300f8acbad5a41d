import { useAccount } from '../../lib/session.js';
import { ConsultBar } from './consult-bar.js';
import { WaitingBar } from './waiting-bar.js';

/** Above every page: the visit that goes on, and who waits. What is sticky or as high as the screen leaves them room. */
export function LiveBars() {
  const isDoctor = useAccount().role === 'doctor';
  return (
    <div ref={leaveRoom} className="sticky top-0 z-30">
      <ConsultBar />
      {isDoctor && <WaitingBar />}
    </div>
  );
}

function leaveRoom(bars: HTMLElement | null) {
  if (!bars) return;
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => style.setProperty('--live-bar', `${bars.offsetHeight}px`));
  observer.observe(bars);
  return () => {
    observer.disconnect();
    style.removeProperty('--live-bar');
  };
}
