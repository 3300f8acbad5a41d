import type { ReactElement } from 'react';
import { LanguageChoice } from './language-choice.js';
import { Menu } from './menu.js';

interface LanguageMenuProps {
  trigger: ReactElement;
  onChoose: (tag: string) => void;
}

/** Made by the press that opens it, so it is open from the start. */
export function LanguageMenu({ trigger, onChoose }: LanguageMenuProps) {
  return (
    <Menu defaultOpen trigger={trigger}>
      <LanguageChoice onChoose={onChoose} />
    </Menu>
  );
}
