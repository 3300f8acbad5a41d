import { t } from '@lingui/core/macro';
import type { ReactNode, Ref } from 'react';
import { Avatar } from '../../../components/avatar.js';
import { otherRole, roleLabel } from '../../../lib/role-labels.js';
import { useAccount } from '../../../lib/session.js';
import type { CallPeer } from '../machine/call-state.js';

interface CallCardProps {
  peer: CallPeer;
  /** Above the name. */
  kind: string;
  title: ReactNode;
  /** Below it; read out as it changes. */
  text: ReactNode;
  /** Buttons. */
  children: ReactNode;
  role: 'alertdialog' | 'dialog';
  ref?: Ref<HTMLDivElement>;
}

/** Lies over any page without stopping it: who calls, and what can be done. */
export function CallCard({ peer, kind, title, text, children, role, ref }: CallCardProps) {
  const { name } = peer;
  const whose = roleLabel({ role: otherRole(useAccount().role) });
  return (
    <div
      ref={ref}
      role={role}
      aria-label={t`${kind}, ${name}`}
      tabIndex={-1}
      className="sheet rise fixed inset-x-0 bottom-0 z-60 grid justify-items-center gap-2 rounded-t-l bg-surface-1 px-4 pt-6 pb-[calc(1.5rem+env(safe-area-inset-bottom))] text-center shadow-float outline-none md:inset-x-auto md:top-6 md:end-6 md:bottom-auto md:w-88 md:rounded-l md:px-6"
    >
      <Avatar id={peer.userId} name={name} src={peer.avatar} size={5} />
      <p className="text-sm text-muted">{kind}</p>
      <div>
        <h2 className="text-lg wrap-anywhere">{title}</h2>
        <p className="text-sm text-muted">{whose}</p>
      </div>
      <p role="status" className="text-sm text-muted">
        {text}
      </p>
      <div className="mt-4 flex flex-wrap justify-center gap-6">{children}</div>
    </div>
  );
}
