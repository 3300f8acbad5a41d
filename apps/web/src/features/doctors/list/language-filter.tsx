import { SPOKEN_LANGUAGES, type SpokenLanguage } from '@health-connect/contract/languages';
import { t } from '@lingui/core/macro';
import { Select } from '../../../components/select.js';
import { languageOptions } from '../../../lib/language/options.js';

interface LanguageFilterProps {
  value: SpokenLanguage | '';
  onChange: (language: SpokenLanguage | '') => void;
}

/** Who speaks one language, among others. */
export function LanguageFilter({ value, onChange }: LanguageFilterProps) {
  return (
    <Select
      slim
      aria-label={t`Doctor’s language`}
      value={value}
      onChange={(event) => onChange(event.target.value as SpokenLanguage | '')}
    >
      <option value="">{t`Any language`}</option>
      {languageOptions(SPOKEN_LANGUAGES).map(({ value: code, label }) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </Select>
  );
}
