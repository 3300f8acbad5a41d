import { MessageCircle, Video } from 'lucide-react';
import type { ComponentProps } from 'react';
import { RadioChips } from './radio-chips.js';

const MODES = [
  { value: 'video', label: 'Video', icon: <Video aria-hidden="true" /> },
  { value: 'chat', label: 'Chat', icon: <MessageCircle aria-hidden="true" /> },
];

/** How two people meet. Spread a form's register() over it. */
export const ModeChips = (props: Omit<ComponentProps<typeof RadioChips>, 'legend' | 'options' | 'look'>) => (
  <RadioChips legend="Kind of visit" look="segment" options={MODES} {...props} />
);
