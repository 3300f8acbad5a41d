import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../../components/icon-button.js';
import { TabPanel, Tabs } from '../../../components/tabs.js';
import { formatNumber } from '../../../lib/write.js';

export type PanelTab = 'notes' | 'chat' | 'people';

export interface PanelPart {
  value: PanelTab;
  label: string;
  count?: number;
  content: ReactNode;
}

interface SidePanelProps {
  parts: readonly PanelPart[];
  tab: PanelTab;
  onTab: (tab: PanelTab) => void;
  onClose: () => void;
}

/** Beside the picture, never over it; on a phone below a lower one. */
export function SidePanel({ parts, tab, onTab, onClose }: SidePanelProps) {
  return (
    <aside
      aria-label={t`Beside the visit`}
      className="relative flex min-h-0 min-w-0 flex-col bg-surface-0 max-lg:rounded-t-l"
    >
      <Tabs
        label={t`Beside the visit`}
        value={tab}
        onValueChange={(value) => onTab(value as PanelTab)}
        tabs={parts.map(({ value, label, count }) => ({
          value,
          label: count ? (
            <>
              {label}
              <span className="min-w-5 rounded-full bg-accent px-1.5 text-xs leading-5 font-semibold text-on-accent">
                <NewOnes count={count} />
              </span>
            </>
          ) : (
            label
          ),
        }))}
        className="flex min-h-0 flex-1 flex-col [&>[role=tablist]]:pt-2 [&>[role=tablist]]:pe-14 [&>[role=tablist]]:ps-5"
      >
        {parts.map(({ value, content }) => (
          <TabPanel key={value} value={value} className="flex min-h-0 flex-1 flex-col data-[state=inactive]:hidden">
            {content}
          </TabPanel>
        ))}
      </Tabs>
      <IconButton label={t`Close the panel`} icon={<X />} className="absolute top-1.5 end-2" onClick={onClose} />
    </aside>
  );
}

function NewOnes({ count }: { count: number }) {
  const shown = formatNumber(count);
  return (
    <Trans>
      {shown}
      <span className="sr-only"> new</span>
    </Trans>
  );
}
