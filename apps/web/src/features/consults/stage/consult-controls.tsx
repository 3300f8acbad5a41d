import type { Appointment } from '@health-connect/contract/appointments';
import { t } from '@lingui/core/macro';
import { MessageSquareText, NotebookPen, PhoneOff, Users } from 'lucide-react';
import { useState } from 'react';
import { MenuItem } from '../../../components/menu.js';
import { ControlButton } from '../../../components/stage/control-button.js';
import type { RecordEditing } from '../../../resources/records/use-record-editor.js';
import { CameraButton, MicrophoneButton, ShareButton } from '../../../components/stage/media-buttons.js';
import { MoreMenu } from '../../../components/stage/more-menu.js';
import type { LocalMedia } from '../../../media/local-media.js';
import type { ConsultRoom } from '../room/consult-room.js';
import { LeaveDialog, type Leaving } from '../ending/leave-dialog.js';
import type { ConsultRole } from '../participants.js';
import type { PanelTab } from '../panels/side-panel.js';
import type { ConsultEnd } from '../ending/consult-over.js';

interface ConsultControlsProps {
  appointment: Appointment;
  role: ConsultRole;
  room: ConsultRoom;
  media: LocalMedia;
  record: RecordEditing;
  unread: number;
  /** What the panel shows; null while it is closed. */
  openTab: PanelTab | null;
  onToggle: (tab: PanelTab) => void;
  onEnd: (end: ConsultEnd) => void;
}

/** The bar of the visit. A patient leaves with one press; a doctor is asked how it ended. */
export function ConsultControls(props: ConsultControlsProps) {
  const { appointment, role, room, media, record, unread, openTab, onToggle, onEnd } = props;
  const [asking, setAsking] = useState(false);
  const isDoctor = role === 'doctor';

  const leave = async (how: Leaving) => {
    await record.editor.save(how === 'complete' ? { status: 'completed' } : {});
    if (how === 'complete') {
      onEnd('completed');
    } else if (how === 'close') {
      await room.closeForAll();
      onEnd('ended');
    } else onEnd('left');
  };

  return (
    <>
      <MicrophoneButton media={media} />
      <CameraButton media={media} />
      <ShareButton media={media} />
      {isDoctor && (
        <ControlButton
          icon={<NotebookPen />}
          label={t`Notes`}
          lit={openTab === 'notes'}
          aria-expanded={openTab === 'notes'}
          onClick={() => onToggle('notes')}
        />
      )}
      <ControlButton
        icon={<MessageSquareText />}
        label={t`Chat`}
        lit={openTab === 'chat'}
        aria-expanded={openTab === 'chat'}
        count={unread}
        onClick={() => onToggle('chat')}
      />
      <MoreMenu media={media} onQuality={(mode) => room.setQualityMode(mode)}>
        <MenuItem icon={<Users aria-hidden="true" />} onSelect={() => onToggle('people')}>
          {t`People`}
        </MenuItem>
      </MoreMenu>
      <ControlButton
        icon={<PhoneOff />}
        label={t`Leave`}
        ends
        onClick={() => (isDoctor ? setAsking(true) : onEnd('left'))}
      />
      {isDoctor && <LeaveDialog open={asking} onOpenChange={setAsking} appointment={appointment} onLeave={leave} />}
    </>
  );
}
