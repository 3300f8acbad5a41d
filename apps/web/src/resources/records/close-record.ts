import { t } from '@lingui/core/macro';
import { awayOf } from '../../lib/api-error.js';
import { toast } from '../../lib/toast.js';
import type { RecordEditor } from './record-editor.js';

/**
 * Closes what the words are written in, saved first. Where the server is away it closes too: they are a draft on this
 * device and come back with it. Whatever else keeps them from being saved is for the person to decide: it stays.
 */
export async function closeRecord(editor: RecordEditor, onClose: () => void, onStay: () => void = () => {}) {
  try {
    await editor.save();
  } catch (error) {
    if (awayOf(error) === null) return onStay();
    toast.note(() => t`Not saved yet. Your words are kept on this device, and here again when you open the visit.`);
  }
  onClose();
}
