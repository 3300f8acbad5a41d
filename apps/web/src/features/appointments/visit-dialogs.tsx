import type { Action } from './actions.js';
import { CancelDialog } from './cancel-dialog.js';
import { MoveDialog } from './move-dialog.js';
import { NoShowDialog } from './no-show-dialog.js';
import { NotesDialog } from './notes-dialog.js';
import type { Reader } from './reader.js';
import { ReasonDialog } from './reason-dialog.js';
import { ReviewDialog } from './review-dialog.js';

interface VisitDialogsProps {
  action: Action | null;
  reader: Reader;
  onClose: () => void;
}

/** The question that is open about a visit, if any. */
export function VisitDialogs({ action, reader, onClose }: VisitDialogsProps) {
  if (!action) return null;
  const props = { visit: action.visit, reader, onClose };
  switch (action.kind) {
    case 'cancel':
      return <CancelDialog {...props} />;
    case 'move':
      return <MoveDialog {...props} />;
    case 'reason':
      return <ReasonDialog {...props} />;
    case 'review':
      return <ReviewDialog {...props} />;
    case 'complete':
      return <NotesDialog {...props} completes />;
    case 'notes':
      return <NotesDialog {...props} />;
    case 'no-show':
      return <NoShowDialog {...props} />;
  }
}
