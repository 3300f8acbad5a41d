import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { direction } from '../lib/direction.js';

interface Tab {
  value: string;
  label: ReactNode;
  /** How many are inside. */
  count?: number;
}

interface TabsProps {
  /** Names the set for screen readers. */
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  tabs: readonly Tab[];
  /** One TabPanel per tab. */
  children: ReactNode;
  className?: string;
}

const TRIGGER =
  '-mb-px inline-flex min-h-11 flex-none items-center gap-1.5 border-b-2 border-transparent text-sm font-medium whitespace-nowrap ' +
  'text-muted hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:border-accent data-[state=active]:text-ink';

export function Tabs({ label, value, onValueChange, tabs, children, className }: TabsProps) {
  return (
    <Radix.Root dir={direction()} value={value} onValueChange={onValueChange} className={className}>
      <Radix.List
        aria-label={label}
        className="no-scrollbar flex gap-x-5 overflow-x-auto max-md:flex-wrap max-md:overflow-visible border-b border-line"
      >
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value} className={TRIGGER}>
            {tab.label}
            {tab.count !== undefined && <span className="tabular-nums">{tab.count}</span>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {children}
    </Radix.Root>
  );
}

interface TabPanelProps {
  value: string;
  children: ReactNode;
  className?: string;
}

export function TabPanel({ value, children, className }: TabPanelProps) {
  return (
    <Radix.Content value={value} className={className}>
      {children}
    </Radix.Content>
  );
}
