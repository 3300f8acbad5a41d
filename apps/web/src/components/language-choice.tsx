import { t } from '@lingui/core/macro';
import { language, languages } from '../lib/language/language.js';
import { MenuChoice } from './menu-choice.js';

/** The languages of the page, each called as those who speak it call it. Stands in a Menu. */
export function LanguageChoice({ onChoose }: { onChoose: (tag: string) => void }) {
  const options = languages().map(({ tag, name, dir }) => ({ value: tag, label: name, lang: tag, dir }));
  return <MenuChoice label={t`Language`} value={language()} options={options} onChoose={onChoose} />;
}
