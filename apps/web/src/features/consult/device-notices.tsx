import { MicOff, VideoOff } from 'lucide-react';
import { Button } from '../../components/button.js';
import { ButtonLink } from '../../components/button-link.js';
import { Notice } from '../../components/notice.js';
import { useObservable } from '../../components/visit/use-observable.js';
import { paths } from '../../lib/paths.js';
import type { LocalMedia } from '../../media/local-media.js';

/** What does not work, why, and how the visit goes on without it. */
export function DeviceNotices({ media, otherId }: { media: LocalMedia; otherId: string }) {
  const { problems } = useObservable(media);
  const microphone = problems.find(({ device }) => device === 'microphone');
  const camera = problems.find(({ device }) => device === 'camera');

  return (
    <div role="status" className="grid gap-3 empty:hidden">
      {microphone && (
        <Notice tone="wait" icon={MicOff} title="Nobody would hear you">
          <p>{microphone.help} Until then you can join, listen and write.</p>
          <p className="mt-2 flex flex-wrap gap-2">
            <Button onClick={() => void media.setMicrophone(true)}>Try again</Button>
            <ButtonLink to={paths.conversation(otherId)} variant="quiet">
              Use chat instead
            </ButtonLink>
          </p>
        </Notice>
      )}
      {camera && (
        <Notice icon={VideoOff} title="You can join with sound only">
          <p>{camera.help}</p>
          <p className="mt-2">
            <Button className="bg-surface-3!" onClick={() => void media.setCamera(true)}>
              Try again
            </Button>
          </p>
        </Notice>
      )}
    </div>
  );
}
