import type { Appointment } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { DoorOpen, Hourglass } from 'lucide-react';
import { Button } from '../../../components/button.js';
import { ButtonLink } from '../../../components/button-link.js';
import { Notice } from '../../../components/notice.js';
import { paths } from '../../../lib/paths.js';
import type { LocalMedia } from '../../../media/local-media.js';
import { DeviceChecks } from './device-checks.js';
import { DeviceNotices } from './device-notices.js';
import { GREEN_ROOM } from './green-room-style.js';
import { OwnPicture } from './own-picture.js';
import { otherOf } from '../../../resources/appointments/reader.js';
import { TopLine } from '../top-line.js';

interface WaitingRoomProps {
  appointment: Appointment;
  media: LocalMedia;
  doctorPresent: boolean;
  onLeave: () => void;
}

/** The patient waits here until the doctor lets them in; devices can still be put right. */
export function WaitingRoom({ appointment, media, doctorPresent, onLeave }: WaitingRoomProps) {
  const doctor = otherOf(appointment, 'patient');
  return (
    <>
      <TopLine role="patient" wayOut={t`Leave`} />
      <div className={GREEN_ROOM}>
        <div className="grid gap-4">
          <OwnPicture media={media} />
          <DeviceNotices media={media} otherId={doctor._id} />
        </div>
        <section aria-labelledby="waiting-room" className="grid gap-5">
          <div>
            <p className="text-sm text-muted">{t`Waiting room`}</p>
            <h1 id="waiting-room" className="mt-1 text-xl wrap-anywhere">
              <bdi>{doctor.name}</bdi>
            </h1>
          </div>
          {doctorPresent ? (
            <Notice tone="soft" icon={DoorOpen} role="status" title={t`The doctor is here`}>
              <p>{t`They know that you wait, and let you in when they are ready.`}</p>
            </Notice>
          ) : (
            <Notice icon={Hourglass} role="status" title={t`The doctor is not here yet`}>
              <p>{t`Stay on this page. We play a sound when you are let in.`}</p>
            </Notice>
          )}
          <DeviceChecks media={media} otherName={doctor.name} />
          <div className="flex flex-wrap gap-2">
            <Button onClick={onLeave}>{t`Leave the waiting room`}</Button>
            <ButtonLink to={paths.conversation(doctor._id)} variant="quiet">
              {t`Write a message`}
            </ButtonLink>
          </div>
        </section>
      </div>
    </>
  );
}
