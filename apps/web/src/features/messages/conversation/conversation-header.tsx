import type { ChatPeer } from '@health-connect/contract/messages';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { ChevronLeft, Phone, UserRound, Video } from 'lucide-react';
import type { ReactNode } from 'react';
import { Avatar } from '../../../components/avatar.js';
import { ButtonLink } from '../../../components/button-link.js';
import { IconButton } from '../../../components/icon-button.js';
import { Loading, Skeleton } from '../../../components/skeleton.js';
import { paths } from '../../../lib/paths.js';
import { roleLabel } from '../../../lib/role-labels.js';
import { ownZone } from '../../../lib/time.js';
import { useNow } from '../../../lib/use-now.js';
import { usePresence } from '../../../resources/presence/queries.js';
import { useAppointmentWith } from './use-appointment-with.js';
import { presenceLabel, appointmentLabel } from '../labels.js';

/** Who this is, whether they are there, and other ways to reach them. */
export function ConversationHeader({ peer, onCall }: { peer: ChatPeer; onCall: (peer: ChatPeer) => void }) {
  const { _id: userId, name, avatar } = peer;
  const now = useNow();
  const { next, open } = useAppointmentWith(userId, now);
  const { online, lastSeenAt } = usePresence(peer);
  const state = presenceLabel(online, lastSeenAt, ownZone(), now);
  const role = roleLabel(peer);
  const when = next && appointmentLabel(next.startsAt, ownZone(), now);

  return (
    <HeaderFrame>
      <Avatar id={userId} name={name} src={avatar} online={online} />
      <div className="min-w-0 flex-1">
        <h2 className="text-md tracking-[-0.006em]" title={name}>
          <bdi className="inline-block max-w-full truncate align-bottom">{name}</bdi>
        </h2>
        <p className="truncate text-sm text-muted">
          {when ? (
            <Trans>
              {role}. {state}, <span className="tabular-nums">{when}</span>
            </Trans>
          ) : (
            t`${role}. ${state}`
          )}
        </p>
      </div>
      {open && (
        <ButtonLink to={paths.consult(open._id)} variant="soft" icon={<Video />} className="max-md:px-3">
          <span>
            <Trans>
              Join<span className="max-md:sr-only"> visit</span>
            </Trans>
          </span>
        </ButtonLink>
      )}
      {peer.canCall && <IconButton label={t`Call`} icon={<Phone />} onClick={() => onCall(peer)} />}
      {peer.role === 'doctor' && (
        <ButtonLink
          to={paths.doctor(userId)}
          variant="plain"
          size="icon"
          aria-label={t`Profile and free times`}
          title={t`Profile and free times`}
          icon={<UserRound />}
          className="max-md:hidden"
        />
      )}
    </HeaderFrame>
  );
}

export function HeaderSkeleton() {
  return (
    <HeaderFrame>
      <Loading label={t`Loading`} className="flex items-center gap-3">
        <Skeleton round width="2.5rem" />
        <div className="grid gap-2">
          <Skeleton width="12rem" />
          <Skeleton width="7rem" height="0.75rem" />
        </div>
      </Loading>
    </HeaderFrame>
  );
}

function HeaderFrame({ children }: { children: ReactNode }) {
  return (
    <header className="flex min-w-0 items-center gap-2 border-b border-line p-2 md:gap-3 md:px-4 md:py-3 min-[60rem]:px-6">
      <ButtonLink
        to={paths.messages}
        variant="plain"
        size="icon"
        aria-label={t`All messages`}
        icon={<ChevronLeft />}
        className="md:hidden"
      />
      {children}
    </header>
  );
}
