import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button.js';

interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'size' | 'wide' | 'children' | 'aria-label' | 'title'> {
  /** What it does, for screen readers and under the pointer. */
  label: string;
  icon: ReactNode;
}

export function IconButton({ label, icon, variant = 'plain', ...rest }: IconButtonProps) {
  return <Button {...rest} variant={variant} size="icon" aria-label={label} title={label} icon={icon} />;
}
