import type { ChatPeer } from '@health-connect/contract/messages';
import { t } from '@lingui/core/macro';
import { Avatar } from '../../../components/avatar.js';
import { specialtyName } from '../../../lib/specialties/specialty-name.js';

/** Before anybody wrote: what this place is for. */
export function FirstWords({ peer: { _id, name, avatar, specialization } }: { peer: ChatPeer }) {
  return (
    <div className="grid justify-items-center gap-1 px-4 py-10 text-center">
      <Avatar id={_id} name={name} src={avatar} size={4} className="mb-2" />
      <h3 className="text-md">
        <bdi>{name}</bdi>
      </h3>
      {specialization && <p className="text-sm text-muted">{specialtyName(specialization)}</p>}
      <p className="mt-2 max-w-[40ch] text-muted">
        {t`Nothing written yet. Only the two of you can read what you write here. In an emergency, call your local number.`}
      </p>
    </div>
  );
}
