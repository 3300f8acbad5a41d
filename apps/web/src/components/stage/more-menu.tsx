import { t } from '@lingui/core/macro';
import { Ellipsis, Settings } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { LocalMedia } from '../../media/local-media.js';
import type { QualityMode } from '../../media/quality.js';
import { Menu, MenuItem } from '../menu.js';
import { ControlButton } from './control-button.js';
import { SettingsDialog } from './settings-dialog.js';

interface MoreMenuProps {
  media: LocalMedia;
  onQuality: (mode: QualityMode) => void;
  /** MenuItems of whoever uses it. */
  children?: ReactNode;
}

/** What is needed less often. */
export function MoreMenu({ media, onQuality, children }: MoreMenuProps) {
  const [open, setOpen] = useState(false);
  const [quality, setQuality] = useState<QualityMode>('auto');

  return (
    <>
      <Menu side="top" align="center" trigger={<ControlButton icon={<Ellipsis />} label={t`More`} />}>
        <MenuItem icon={<Settings aria-hidden="true" />} onSelect={() => setOpen(true)}>
          {t`Devices and quality`}
        </MenuItem>
        {children}
      </Menu>
      <SettingsDialog
        open={open}
        onOpenChange={setOpen}
        media={media}
        quality={quality}
        onQuality={(mode) => {
          setQuality(mode);
          onQuality(mode);
        }}
      />
    </>
  );
}
