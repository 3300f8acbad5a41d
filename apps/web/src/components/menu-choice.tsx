import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import { use, useId } from 'react';
import { ChooseContext, MENU_ITEM } from './menu.js';

interface MenuChoiceProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string; lang?: string; dir?: 'ltr' | 'rtl' }[];
  onChoose: (value: string) => void;
}

/** One of several, in a Menu; the one that holds is ticked. Acts once the menu has closed, like every item. */
export function MenuChoice({ label, value, options, onChoose }: MenuChoiceProps) {
  const choose = use(ChooseContext);
  const id = useId();
  return (
    <>
      <Radix.Label id={id} className="px-3 pt-2 pb-1 text-xs text-muted">
        {label}
      </Radix.Label>
      <Radix.RadioGroup aria-labelledby={id} value={value} onValueChange={(chosen) => choose(() => onChoose(chosen))}>
        {options.map((option) => (
          <Radix.RadioItem key={option.value} value={option.value} className={MENU_ITEM}>
            <span lang={option.lang} dir={option.dir} className="flex-1">
              {option.label}
            </span>
            <Radix.ItemIndicator>
              <Check aria-hidden="true" className="text-accent-ink" />
            </Radix.ItemIndicator>
          </Radix.RadioItem>
        ))}
      </Radix.RadioGroup>
    </>
  );
}
