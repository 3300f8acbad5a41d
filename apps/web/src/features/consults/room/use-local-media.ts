import { useEffect, useState } from 'react';
import { wantedDevices } from '../../../components/stage/use-devices.js';
import { type LocalMedia, openLocalMedia } from '../../../media/local-media.js';

/** Camera and microphone for as long as this is on the page; null while the browser asks. */
export function useLocalMedia(): LocalMedia | null {
  const [media, setMedia] = useState<LocalMedia | null>(null);

  useEffect(() => {
    let gone = false;
    let opened: LocalMedia | null = null;
    void openLocalMedia(wantedDevices()).then((next) => {
      if (gone) return next.release();
      opened = next;
      setMedia(next);
    });
    return () => {
      gone = true;
      opened?.release();
    };
  }, []);

  return media;
}
