import { t } from '@lingui/core/macro';
import { Moon, Sun } from 'lucide-react';
import { useTheme } from '../lib/theme.js';
import { IconButton } from './icon-button.js';

export function ThemeButton() {
  const { theme, setTheme } = useTheme();
  const isDark = theme === 'dark';
  return (
    <IconButton
      label={isDark ? t`Use light colours` : t`Use dark colours`}
      icon={isDark ? <Sun /> : <Moon />}
      onClick={() => setTheme(isDark ? 'light' : 'dark')}
    />
  );
}
