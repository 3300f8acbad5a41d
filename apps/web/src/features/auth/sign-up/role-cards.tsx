import { t } from '@lingui/core/macro';
import type { ComponentProps } from 'react';
import { accountKinds } from '../account-kinds.js';

/** Which account to make; spread a form's register() over it. */
export function RoleCards(input: Omit<ComponentProps<'input'>, 'type' | 'value'>) {
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-medium">{t`I am here as`}</legend>
      <div className="grid gap-2">
        {accountKinds().map(({ value, label, icon, hint }) => (
          <label
            key={value}
            className="flex cursor-pointer items-center gap-3 rounded-md border border-line-control px-4 py-3 has-checked:border-accent has-checked:bg-accent-soft has-checked:inset-ring has-checked:inset-ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            <span className="text-lg text-muted in-[:has(>input:checked)]:text-accent-ink">{icon}</span>
            <span className="flex-1">
              <span className="block font-medium">{label}</span>
              <span className="block text-sm text-muted">{hint}</span>
            </span>
            <input {...input} type="radio" value={value} className="radio-dot outline-none" />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
