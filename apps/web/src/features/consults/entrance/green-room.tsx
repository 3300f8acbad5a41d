import type { Appointment } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { CircleAlert } from 'lucide-react';
import { Button } from '../../../components/button.js';
import { Notice } from '../../../components/notice.js';
import { messageOf } from '../../../lib/api-error.js';
import { formatClock, formatRange, useOwnZone } from '../../../lib/time.js';
import { useNow } from '../../../lib/use-now.js';
import { otherRole, roleLabel } from '../../../lib/role-labels.js';
import type { LocalMedia } from '../../../media/local-media.js';
import { DeviceChecks } from './device-checks.js';
import { DeviceNotices } from './device-notices.js';
import { GREEN_ROOM } from './green-room-style.js';
import { OwnPicture } from './own-picture.js';
import { firstNameOf } from '../../../lib/first-name.js';
import type { ConsultRole } from '../participants.js';
import { otherOf } from '../../../resources/appointments/reader.js';
import { TopLine } from '../top-line.js';

interface GreenRoomProps {
  appointment: Appointment;
  role: ConsultRole;
  media: LocalMedia | null;
  /** The press on "Join visit" is being worked on. */
  joining: boolean;
  error: unknown;
  onJoin: () => void;
}

/** Before the visit: how one looks and sounds, what works, and one button. */
export function GreenRoom({ appointment, role, media, joining, error, onJoin }: GreenRoomProps) {
  const other = otherOf(appointment, role);
  return (
    <>
      <TopLine role={role} />
      <div className={GREEN_ROOM}>
        <div className="grid gap-4">
          <OwnPicture media={media} />
          {media && <DeviceNotices media={media} otherId={other._id} />}
        </div>
        <section aria-labelledby="green-room" className="grid gap-5">
          <div>
            <When appointment={appointment} />
            <h1 id="green-room" className="mt-1 text-xl wrap-anywhere">
              <bdi>{other.name}</bdi>
            </h1>
            <p className="text-sm text-muted">{roleLabel({ role: otherRole(role) })}</p>
          </div>
          {media && <DeviceChecks media={media} otherName={other.name} />}
          <p className="text-sm text-muted">
            <WhatComes role={role} other={other.name} />
          </p>
          {error != null && (
            <Notice tone="bad" icon={CircleAlert} role="alert" title={t`You could not join`}>
              <p>{messageOf(error)}</p>
            </Notice>
          )}
          <div className="max-lg:sticky max-lg:bottom-0 max-lg:z-10 max-lg:bg-surface-0 max-lg:py-3">
            <Button
              variant="primary"
              size="big"
              wide
              busy={joining || !media}
              busyLabel={media ? t`Joining` : t`Waiting for your devices`}
              onClick={onJoin}
            >
              {t`Join visit`}
            </Button>
          </div>
        </section>
      </div>
    </>
  );
}

function When({ appointment: { startsAt, endsAt } }: Pick<GreenRoomProps, 'appointment'>) {
  const zone = useOwnZone();
  const range = formatRange(startsAt, endsAt, zone, useNow());
  const { city } = formatClock(startsAt, zone);
  return <p className="text-sm text-muted tabular-nums">{t`${range}, ${city}`}</p>;
}

function WhatComes({ role, other }: { role: ConsultRole; other: string }) {
  const name = firstNameOf(other);
  return role === 'doctor' ? (
    <Trans>
      <bdi>{name}</bdi> waits until you let them in. Only the two of you see and hear it, and nothing is recorded.
    </Trans>
  ) : (
    t`You wait in a waiting room, and we play a sound when the doctor lets you in. Only the two of you see and hear it, and nothing is recorded.`
  );
}
