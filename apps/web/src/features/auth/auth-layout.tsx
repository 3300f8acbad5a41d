import { t } from '@lingui/core/macro';
import { CalendarCheck, Lock, type LucideIcon, Video } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { LanguageButton } from '../../components/language-button.js';
import { Logo } from '../../components/logo.js';
import { ThemeButton } from '../../components/theme-button.js';
import { paths } from '../../lib/paths.js';
import { useDocumentTitle } from '../../lib/use-document-title.js';
import { useChooseLanguage } from '../../resources/account/language.js';

interface AuthLayoutProps {
  title: string;
  /** The way to the other door. */
  detail: ReactNode;
  children: ReactNode;
}

/** Both ways in look alike: the form, and on a wide screen what to expect behind it. */
export function AuthLayout({ title, detail, children }: AuthLayoutProps) {
  useDocumentTitle(title);
  const chooseLanguage = useChooseLanguage();
  return (
    <div className="grid flex-1 min-[60rem]:grid-cols-2">
      <div className="flex flex-col px-4 py-4 pb-8 min-[60rem]:px-8 min-[60rem]:py-6 min-[60rem]:pb-10">
        <div className="flex items-center justify-between">
          <Link to={paths.home} className="inline-flex min-h-control items-center gap-2 font-semibold no-underline">
            <Logo className="size-7 text-accent-ink" />
            Health-Connect
          </Link>
          <div className="flex items-center gap-1">
            <LanguageButton
              className="inline-flex min-h-control items-center gap-2 rounded-md px-3 text-sm font-medium text-muted hover:bg-surface-2 hover:text-ink"
              onChoose={(tag) => void chooseLanguage(tag)}
            />
            <ThemeButton />
          </div>
        </div>
        <div className="mx-auto w-full max-w-[25rem] py-6 min-[60rem]:my-auto min-[60rem]:py-10">
          <h1>{title}</h1>
          <p className="mt-1 mb-6 text-muted">{detail}</p>
          {children}
        </div>
      </div>
      <Promises />
    </div>
  );
}

const promises = (): { icon: LucideIcon; title: string; text: string }[] => [
  {
    icon: CalendarCheck,
    title: t`A time that is yours`,
    text: t`In your clock and the doctor’s, never booked twice.`,
  },
  {
    icon: Video,
    title: t`A visit in the browser`,
    text: t`Nothing to install. Camera and sound are checked first.`,
  },
  {
    icon: Lock,
    title: t`Between the two of you`,
    text: t`Picture and sound are encrypted and never recorded.`,
  },
];

function Promises() {
  return (
    <aside
      aria-label={t`What to expect`}
      className="sticky top-0 hidden h-dvh content-center bg-surface-1 p-10 min-[60rem]:grid"
    >
      <p className="mx-auto w-full max-w-[25rem] text-xl font-semibold tracking-(--tracking-title)">
        {t`See a doctor you chose, from where you are.`}
      </p>
      <ul className="mx-auto mt-8 grid max-w-[25rem] gap-6">
        {promises().map(({ icon: Icon, title, text }) => (
          <li key={title} className="flex gap-4">
            <Icon aria-hidden="true" className="size-6 text-accent-ink" />
            <div>
              <b className="font-semibold">{title}</b>
              <p className="mt-1 text-sm text-muted">{text}</p>
            </div>
          </li>
        ))}
      </ul>
    </aside>
  );
}
