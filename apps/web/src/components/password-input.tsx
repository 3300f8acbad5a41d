import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { cx } from './cx.js';
import { IconButton } from './icon-button.js';
import { TextInput } from './text-input.js';

export function PasswordInput({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  const [shown, setShown] = useState(false);
  return (
    <span className="relative block">
      <TextInput {...rest} type={shown ? 'text' : 'password'} className={cx('pe-12', className)} />
      <span className="absolute inset-y-0 end-0.5 grid place-items-center">
        <IconButton
          label={shown ? 'Hide the password' : 'Show the password'}
          icon={shown ? <EyeOff /> : <Eye />}
          onClick={() => setShown(!shown)}
        />
      </span>
    </span>
  );
}
