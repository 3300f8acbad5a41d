import { t } from '@lingui/core/macro';
import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { cx } from './cx.js';
import { IconButton } from './icon-button.js';
import { TextInput } from './text-input.js';

export function PasswordInput({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  const [shown, setShown] = useState(false);
  return (
    <span className="relative block">
      <TextInput
        {...rest}
        dir="ltr"
        type={shown ? 'text' : 'password'}
        // Lines of a password always run to the right; the button stands where those of the page end.
        className={cx('ltr:pr-12 rtl:pl-12', className)}
      />
      <span className="absolute inset-y-0 end-0.5 grid place-items-center">
        <IconButton
          label={shown ? t`Hide the password` : t`Show the password`}
          icon={shown ? <EyeOff /> : <Eye />}
          onClick={() => setShown(!shown)}
        />
      </span>
    </span>
  );
}
