import { t } from '@lingui/core/macro';
import { Volume2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { setSpeaker } from '../../media/speaker.js';
import { Button } from '../button.js';
import { useDeviceChoices } from './device-choices.js';

/** The voice of somebody else, on the chosen speaker. Where the browser keeps it silent, a button asks for a press. */
export function RemoteSound({ stream }: { stream: MediaStream }) {
  const audio = useRef<HTMLAudioElement>(null);
  const { speaker } = useDeviceChoices();
  const [blocked, setBlocked] = useState(false);

  useEffect(() => {
    const element = audio.current!;
    let gone = false;
    element.srcObject = stream;
    // Refused for want of a press; or interrupted because the element went away, which is no trouble.
    element.play()?.catch((error: unknown) => {
      if (!gone && error instanceof DOMException && error.name === 'NotAllowedError') setBlocked(true);
    });
    return () => {
      gone = true;
      element.srcObject = null;
    };
  }, [stream]);

  useEffect(() => {
    if (speaker) void setSpeaker(audio.current!, speaker);
  }, [speaker]);

  return (
    <>
      <audio ref={audio} />
      {blocked && (
        <Button
          variant="primary"
          icon={<Volume2 aria-hidden="true" />}
          className="fixed inset-x-0 top-16 z-60 mx-auto w-fit"
          onClick={() => void audio.current?.play().then(() => setBlocked(false))}
        >
          {t`Turn the sound on`}
        </Button>
      )}
    </>
  );
}
