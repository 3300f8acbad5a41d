import { languageOf } from '@health-connect/locales/languages';
import { t } from '@lingui/core/macro';
import { Languages } from 'lucide-react';
import { type ComponentProps, lazy, Suspense, useState } from 'react';
import { language } from '../lib/language/language.js';

// Menus need a positioning library that nobody needs before the first press.
const loadMenu = () => import('./language-menu.js');
const LanguageMenu = lazy(async () => ({ default: (await loadMenu()).LanguageMenu }));

interface LanguageButtonProps {
  onChoose: (tag: string) => void;
  className: string;
  iconClassName?: string;
}

/**
 * The language of the page, for who is not signed in. It is called by its own name, so that whoever reads no word of it
 * finds the sign, and whoever does knows what is chosen.
 */
export function LanguageButton({ onChoose, className, iconClassName = '' }: LanguageButtonProps) {
  const [pressed, setPressed] = useState(false);
  const look = { className, iconClassName };
  const button = (
    <LanguageTrigger
      {...look}
      aria-haspopup="menu"
      onPointerEnter={() => loadMenu().catch(() => undefined)}
      onClick={() => setPressed(true)}
    />
  );
  if (!pressed) return button;
  return (
    <Suspense fallback={button}>
      <LanguageMenu onChoose={onChoose} trigger={<LanguageTrigger {...look} />} />
    </Suspense>
  );
}

interface LanguageTriggerProps extends ComponentProps<'button'> {
  iconClassName: string;
}

function LanguageTrigger({ iconClassName, ...button }: LanguageTriggerProps) {
  const { tag, name } = languageOf(language());
  return (
    <button type="button" {...button}>
      <Languages aria-hidden="true" className={iconClassName} />
      <span className="sr-only">{t`Language`}: </span>
      <span lang={tag}>{name}</span>
    </button>
  );
}
