import { Dialog } from '../../components/dialog.js';
import { Kbd } from '../../components/kbd.js';
import { useSession } from '../../lib/session.js';

interface KeyGroup {
  title: string;
  keys: readonly (readonly [key: string, does: string])[];
}

const EVERYWHERE: KeyGroup = {
  title: 'On every page',
  keys: [
    ['?', 'Show these keys'],
    ['Tab', 'Go to the next button or field'],
    ['Esc', 'Close what lies in front'],
  ],
};
const TIMES: KeyGroup = {
  title: 'Among free times',
  keys: [
    ['← →', 'Another day'],
    ['↑ ↓', 'Another time of the day'],
    ['Enter', 'Take this time'],
  ],
};
const TODAY: KeyGroup = {
  title: 'Today',
  keys: [
    ['J', 'Join the visit that is now or next'],
    ['↑ ↓', 'Another request'],
    ['C', 'Confirm the request'],
    ['D', 'Decline it'],
    ['P', 'Propose another time'],
  ],
};
const CONSULT: KeyGroup = {
  title: 'In a visit',
  keys: [['← ↑ → ↓', 'Move your own picture to another corner, while it has the focus']],
};

/** The keys that do something, for who is here. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { session } = useSession();
  const isDoctor = session.status === 'signed-in' && session.account.role === 'doctor';
  const groups = [EVERYWHERE, ...(isDoctor ? [TODAY] : [TIMES]), ...(session.status === 'signed-in' ? [CONSULT] : [])];
  return (
    <Dialog open onOpenChange={onClose} title="Keys" wide>
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
