import { t } from '@lingui/core/macro';
import { MessageCircle, Video } from 'lucide-react';
import type { ComponentProps } from 'react';
import { RadioChips } from './radio-chips.js';

const modes = () => [
  { value: 'video', label: t`Video`, icon: <Video aria-hidden="true" /> },
  { value: 'chat', label: t`Chat`, icon: <MessageCircle aria-hidden="true" /> },
];

/** How two people meet. Spread a form's register() over it. */
export const ModeChips = (props: Omit<ComponentProps<typeof RadioChips>, 'legend' | 'options' | 'look'>) => (
  <RadioChips legend={t`Kind of visit`} look="segment" options={modes()} {...props} />
);
