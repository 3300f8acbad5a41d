import { t } from '@lingui/core/macro';
import { Dialog } from '../../components/dialog.js';
import { Kbd } from '../../components/kbd.js';
import { useSession } from '../../lib/session.js';

interface KeyGroup {
  title: string;
  keys: readonly (readonly [key: string, does: string])[];
}

const everywhere = (): KeyGroup => ({
  title: t`On every page`,
  keys: [
    ['?', t`Show these keys`],
    ['Tab', t`Go to the next button or field`],
    ['Esc', t`Close what lies in front`],
  ],
});
const times = (): KeyGroup => ({
  title: t`Among free times`,
  keys: [
    ['← →', t`Another day`],
    ['↑ ↓', t`Another time of the day`],
    ['Enter', t`Take this time`],
  ],
});
const today = (): KeyGroup => ({
  title: t`Today`,
  keys: [
    ['J', t`Join the visit that is now or next`],
    ['↑ ↓', t`Another request`],
    ['C', t`Confirm the request`],
    ['D', t`Decline it`],
    ['P', t`Propose another time`],
  ],
});
const consult = (): KeyGroup => ({
  title: t`In a visit`,
  keys: [['← ↑ → ↓', t`Move your own picture to another corner, while it has the focus`]],
});

/** The keys that do something, for who is here. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { session } = useSession();
  const isDoctor = session.status === 'signed-in' && session.account.role === 'doctor';
  const groups = [everywhere(), isDoctor ? today() : times(), ...(session.status === 'signed-in' ? [consult()] : [])];
  return (
    <Dialog open onOpenChange={onClose} title={t`Keys`} wide>
      {groups.map(({ title, keys }) => (
        <section key={title} className="grid gap-2">
          <h3>{title}</h3>
          <dl className="grid grid-cols-[6rem_minmax(0,1fr)] items-center gap-x-4 gap-y-1.5 text-sm">
            {keys.map(([key, does]) => (
              <div key={key} className="contents">
                <dt>
                  <Kbd always>{key}</Kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
