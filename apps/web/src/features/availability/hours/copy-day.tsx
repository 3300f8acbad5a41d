import { type Weekday, WEEKDAYS } from '@health-connect/contract/availability';
import { plural, t } from '@lingui/core/macro';
import { Copy } from 'lucide-react';
import { Popover as Radix } from 'radix-ui';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { Checkbox } from '../../../components/checkbox.js';
import { IconButton } from '../../../components/icon-button.js';
import { POPOVER } from '../../../components/overlay-style.js';
import { weekdayName } from '../../../lib/week.js';

interface CopyDayProps {
  day: Weekday;
  onCopy: (to: Weekday[]) => void;
}

/** "Copy Monday to": ticks the days, then copies to all at once. */
export function CopyDay({ day, onCopy }: CopyDayProps) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<readonly Weekday[]>([]);
  const name = weekdayName(day);
  const toggle = (other: Weekday) =>
    setChosen(chosen.includes(other) ? chosen.filter((each) => each !== other) : [...chosen, other]);
  const change = (next: boolean) => {
    setChosen([]);
    setOpen(next);
  };
  const copy = () => {
    onCopy([...chosen]);
    change(false);
  };

  return (
    <Radix.Root open={open} onOpenChange={change}>
      <Radix.Trigger asChild>
        <IconButton label={t`Copy ${name} to other days`} icon={<Copy aria-hidden="true" />} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label={t`Copy ${name} to`}
          className={`${POPOVER} grid w-60 justify-items-start p-4`}
        >
          <h3 className="mb-1 text-sm">{t`Copy ${name} to`}</h3>
          {WEEKDAYS.filter((other) => other !== day).map((other) => (
            <Checkbox
              key={other}
              label={weekdayName(other)}
              checked={chosen.includes(other)}
              onChange={() => toggle(other)}
            />
          ))}
          <Button wide className="mt-2 bg-surface-3 light:bg-surface-2" disabled={chosen.length === 0} onClick={copy}>
            {copyLabel(chosen.length)}
          </Button>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const copyLabel = (days: number) => plural(days, { 0: 'Choose days', one: 'Copy to # day', other: 'Copy to # days' });
