import { t } from '@lingui/core/macro';
import { Search } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { TextInput } from '../../../components/text-input.js';
import { VisuallyHidden } from '../../../components/visually-hidden.js';

/** Long enough for the next letter of a quick typist. */
const PAUSE_MS = 250;

interface SearchBoxProps {
  value: string;
  onChange: (value: string) => void;
}

/** Searches while the person types. */
export function SearchBox({ value, onChange }: SearchBoxProps) {
  const [text, setText] = useState(value);
  const [sent, setSent] = useState(value);

  // The address changed by other means than typing, such as "back".
  if (value !== sent) {
    setSent(value);
    setText(value);
  }

  const send = () => {
    setSent(text.trim());
    onChange(text.trim());
  };
  const sendLater = useEffectEvent(send);
  useEffect(() => {
    if (text.trim() === sent) return;
    const timer = setTimeout(() => sendLater(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, sent]);

  // Whoever leaves the box searches at once: a late search would call back who has already followed a link.
  const leave = () => {
    if (text.trim() !== sent) send();
  };

  return (
    <label className="block">
      <VisuallyHidden>{t`Name or specialty`}</VisuallyHidden>
      <TextInput
        type="search"
        autoComplete="off"
        maxLength={100}
        placeholder={t`Name or specialty`}
        icon={<Search aria-hidden="true" />}
        className="min-h-13 rounded-[12px]"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={leave}
      />
    </label>
  );
}
