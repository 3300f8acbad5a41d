import { MAX_MESSAGE_LENGTH } from '@health-connect/contract/messages';
import { plural } from '@lingui/core/macro';
import { FieldError } from '../../../components/field.js';
import { type AddingProblem, addingProblem } from './image-problem.js';

/** The counter appears when this few characters are left. */
const NEAR_LIMIT = 200;

interface ComposerNotesProps {
  id: string;
  text: string;
  problem: AddingProblem | null;
}

/** Under the composer: what cannot be sent and why, and how much room is left. */
export function ComposerNotes({ id, text, problem }: ComposerNotesProps) {
  const left = MAX_MESSAGE_LENGTH - text.length;
  const over = -left;
  return (
    <div id={id} role="status" className="grid gap-1 px-2 empty:hidden">
      {problem && <FieldError>{addingProblem(problem)}</FieldError>}
      {over > 0 && (
        <FieldError>{plural(over, { other: '# too many. Shorten it, or send it in two messages.' })}</FieldError>
      )}
      {left >= 0 && left <= NEAR_LIMIT && (
        <p className="text-xs font-medium text-muted tabular-nums">{plural(left, { other: '# left' })}</p>
      )}
    </div>
  );
}
