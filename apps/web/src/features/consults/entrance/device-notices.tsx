import { t } from '@lingui/core/macro';
import { type LucideIcon, MicOff, VideoOff } from 'lucide-react';
import { Button } from '../../../components/button.js';
import { ButtonLink } from '../../../components/button-link.js';
import { Notice } from '../../../components/notice.js';
import { useObservable } from '../../../lib/use-observable.js';
import { paths } from '../../../lib/paths.js';
import type { DeviceProblem } from '../../../media/device-problems.js';
import type { LocalMedia } from '../../../media/local-media.js';

/** What does not work, why, and how the visit goes on without it: one notice, so that none contradicts another. */
export function DeviceNotices({ media, otherId }: { media: LocalMedia; otherId: string }) {
  const { problems } = useObservable(media);
  const microphone = problems.find(({ device }) => device === 'microphone');
  const camera = problems.find(({ device }) => device === 'camera');
  const missing = [microphone, camera].filter((problem) => problem !== undefined);
  const { icon, title, goesOn } = wordsFor(microphone, camera);
  const tryAgain = () => {
    if (microphone) void media.setMicrophone(true);
    if (camera) void media.setCamera(true);
  };

  return (
    <div role="status" className="grid gap-3 empty:hidden">
      {missing.length > 0 && (
        <Notice tone={microphone ? 'wait' : 'neutral'} icon={icon} title={title}>
          {missing.map(({ device, help }) => (
            <p key={device}>{help}</p>
          ))}
          <p className="mt-2">{goesOn}</p>
          <p className="mt-2 flex flex-wrap gap-2">
            <Button className={microphone ? undefined : 'bg-surface-3!'} onClick={tryAgain}>
              {t`Try again`}
            </Button>
            {microphone && (
              <ButtonLink to={paths.conversation(otherId)} variant="quiet">
                {t`Use chat instead`}
              </ButtonLink>
            )}
          </p>
        </Notice>
      )}
    </div>
  );
}

interface Words {
  icon: LucideIcon;
  title: string;
  goesOn: string;
}

function wordsFor(microphone: DeviceProblem | undefined, camera: DeviceProblem | undefined): Words {
  if (!microphone)
    return { icon: VideoOff, title: t`Your camera is not available`, goesOn: t`You can join with sound only.` };
  return {
    icon: MicOff,
    title: camera ? t`Your microphone and camera are not available` : t`Your microphone is not available`,
    goesOn: camera
      ? t`You can still join, listen and write.`
      : t`You can still join with your picture, listen and write.`,
  };
}
