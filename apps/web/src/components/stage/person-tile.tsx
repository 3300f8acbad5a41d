import { t } from '@lingui/core/macro';
import { MicOff, MonitorUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { firstNameOf } from '../../lib/first-name.js';
import { Avatar } from '../avatar.js';
import { language } from '../../lib/language/language.js';
import { cx } from '../cx.js';
import type { PersonOnStage } from './person-on-stage.js';
import { Picture } from './picture.js';
import { PLATE } from './plate.js';
import { Trouble } from './trouble.js';

interface PersonTileProps {
  person: PersonOnStage;
  /** One of several: the name stands in the tile. */
  named?: boolean;
  /** Only the picture. */
  small?: boolean;
  className?: string;
}

/** Somebody's picture, or their face where the camera is off; what they have switched off, in words too. */
export function PersonTile({ person, named = false, small = false, className }: PersonTileProps) {
  const { id, name, role, avatar, state, stream, screen, on } = person;
  const [firstName, whose] = [firstNameOf(name), role.toLocaleLowerCase(language())];
  const seen = state.status === 'connected' || state.status === 'reconnecting';

  return (
    <div className={cx('relative grid place-items-center overflow-hidden bg-video-chrome', className)}>
      {on?.screen && <Picture stream={screen} label={t`Screen of ${name}`} whole className="absolute inset-0" />}
      {on?.camera && seen && (
        <div
          className={cx(
            on.screen ? 'absolute end-4 top-16 aspect-[4/3] w-40 overflow-hidden rounded-l' : 'absolute inset-0',
          )}
        >
          <Picture stream={stream} label={t`Picture of ${name}`} />
        </div>
      )}
      {!on?.camera && !on?.screen && (
        <div className="grid justify-items-center gap-3 text-center">
          <Avatar id={id} name={name} src={avatar} size={small ? 4 : 6} />
          {state.status === 'connected' && on && <p className="text-sm text-video-muted">{t`Camera is off`}</p>}
        </div>
      )}
      <div className={cx('absolute bottom-4 start-4 flex flex-wrap gap-2 max-md:bottom-32', small && 'hidden')}>
        {named && <Badge>{t`${name}, ${whose}`}</Badge>}
        {on && !on.microphone && (
          <Badge>
            <MicOff aria-hidden="true" /> {t`${firstName} is muted`}
          </Badge>
        )}
        {on?.screen && (
          <Badge>
            <MonitorUp aria-hidden="true" /> {t`Shares a screen`}
          </Badge>
        )}
      </div>
      {!small && <Trouble person={person} />}
    </div>
  );
}

function Badge({ children }: { children: ReactNode }) {
  return <p className={cx(PLATE, 'inline-flex items-center gap-1.5')}>{children}</p>;
}
