import { MAX_MESSAGE_LENGTH } from '@health-connect/contract/messages';
import { FieldError } from '../../../components/field.js';

/** The counter appears when this few characters are left. */
const NEAR_LIMIT = 200;

interface ComposerNotesProps {
  id: string;
  text: string;
  problem: string | null;
}

/** Under the composer: what cannot be sent and why, and how much room is left. */
export function ComposerNotes({ id, text, problem }: ComposerNotesProps) {
  const left = MAX_MESSAGE_LENGTH - text.length;
  return (
    <div id={id} role="status" className="grid gap-1 px-2 empty:hidden">
      {problem && <FieldError>{problem}</FieldError>}
      {left < 0 && <FieldError>{`${-left} too many. Shorten it, or send it in two messages.`}</FieldError>}
      {left >= 0 && left <= NEAR_LIMIT && <p className="text-xs font-medium text-muted tabular-nums">{left} left</p>}
    </div>
  );
}
