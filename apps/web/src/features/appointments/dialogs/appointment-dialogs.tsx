import type { Reader } from '../../../resources/appointments/reader.js';
import type { Action } from './actions.js';
import { CancelDialog } from './cancel-dialog.js';
import { MoveDialog } from './move-dialog.js';
import { NoShowDialog } from './no-show-dialog.js';
import { NotesDialog } from './notes-dialog.js';
import { ReasonDialog } from './reason-dialog.js';
import { ReviewDialog } from './review-dialog.js';

interface AppointmentDialogsProps {
  action: Action | null;
  reader: Reader;
  onClose: () => void;
}

/** The question that is open about an appointment, if any. */
export function AppointmentDialogs({ action, reader, onClose }: AppointmentDialogsProps) {
  if (!action) return null;
  const props = { appointment: action.appointment, reader, onClose };
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
