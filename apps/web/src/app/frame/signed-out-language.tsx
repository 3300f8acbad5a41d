import { LanguageButton } from '../../components/language-button.js';
import { useChooseLanguage } from '../../resources/account/language.js';
import { RAIL_ENTRY } from './rail-style.js';

/** The language of the page in the rail, for who has no account menu. */
export function VisitorLanguage() {
  const chooseLanguage = useChooseLanguage();
  return (
    <LanguageButton
      className={`${RAIL_ENTRY} text-muted hover:bg-surface-1 hover:text-ink`}
      iconClassName="size-5.5"
      onChoose={(tag) => void chooseLanguage(tag)}
    />
  );
}
