import { DropdownMenu as Radix } from 'radix-ui';
import { createContext, type ReactElement, type ReactNode, use, useCallback, useRef } from 'react';
import { Link } from 'react-router-dom';
import { direction } from '../lib/direction.js';
import { cx } from './cx.js';
import { POPOVER } from './overlay-style.js';

interface MenuProps {
  /** The button that opens it: a Button or IconButton. */
  trigger: ReactElement;
  children: ReactNode;
  side?: 'top' | 'bottom';
  align?: 'start' | 'center' | 'end';
  /** Already open when it is made, for a menu that was loaded by the press that opens it. */
  defaultOpen?: boolean;
}

/** Keeps what was chosen until the menu has closed. */
export const ChooseContext = createContext<(action: () => void) => void>((action) => action());

/** What else can be done. Arrow keys, letters and Escape work; focus returns to the trigger. */
export function Menu({ trigger, children, side = 'bottom', align = 'end', defaultOpen = false }: MenuProps) {
  const chosen = useRef<(() => void) | null>(null);
  const choose = useCallback((action: () => void) => {
    chosen.current = action;
  }, []);
  // A dialog that an item opens must find the focus on the trigger, so that it can give it back there: the item acts
  // once the menu has closed and returned it.
  const act = () => {
    const action = chosen.current;
    chosen.current = null;
    if (action) queueMicrotask(action);
  };
  return (
    <Radix.Root dir={direction()} modal={false} defaultOpen={defaultOpen}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={cx(POPOVER, 'grid min-w-44 p-1.5')}
          onCloseAutoFocus={act}
        >
          <ChooseContext value={choose}>{children}</ChooseContext>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** How whatever can be chosen in a menu looks. */
export const MENU_ITEM =
  'flex min-h-control cursor-pointer items-center gap-2.5 rounded-md px-3 text-sm font-medium no-underline outline-none ' +
  'data-highlighted:bg-surface-3 light:data-highlighted:bg-surface-2 data-disabled:cursor-not-allowed data-disabled:text-disabled';

interface MenuItemProps {
  icon?: ReactNode;
  children: ReactNode;
  onSelect: () => void;
  disabled?: boolean;
  destructive?: boolean;
}

export function MenuItem({ icon, children, onSelect, disabled, destructive }: MenuItemProps) {
  const choose = use(ChooseContext);
  return (
    <Radix.Item
      className={cx(MENU_ITEM, destructive && 'text-danger')}
      disabled={disabled}
      onSelect={() => choose(onSelect)}
    >
      {icon}
      {children}
    </Radix.Item>
  );
}

interface MenuLinkProps {
  to: string;
  icon?: ReactNode;
  children: ReactNode;
}

export function MenuLink({ to, icon, children }: MenuLinkProps) {
  return (
    <Radix.Item asChild className={MENU_ITEM}>
      <Link to={to}>
        {icon}
        {children}
      </Link>
    </Radix.Item>
  );
}

export function MenuSeparator() {
  return <Radix.Separator className="my-1.5 h-px bg-line" />;
}
