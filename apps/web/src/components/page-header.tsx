import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';

interface PageHeaderProps {
  title: ReactNode;
  /** One line under the title. */
  detail?: ReactNode;
  /** At the end of the line, the primary one last. */
  actions?: ReactNode;
  /** Where the page hangs: shown as "< Doctors" above the title. */
  back?: { to: string; label: string };
}

/** The one h1 of a page. */
export function PageHeader({ title, detail, actions, back }: PageHeaderProps) {
  return (
    <header className="mb-5 md:mb-6">
      {back && <BackLink {...back} />}
      <div className="flex flex-wrap items-end gap-4">
        <div className="min-w-0 flex-[1_1_18rem]">
          <h1>{title}</h1>
          {detail !== undefined && detail !== false && <p className="mt-1 text-sm text-muted">{detail}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  );
}

export function BackLink({ to, label }: { to: string; label: string }) {
  return (
    <Link
      to={to}
      className="mb-3 -ms-3 inline-flex min-h-control items-center gap-2 rounded-md px-3 text-sm font-semibold text-muted no-underline hover:text-ink"
    >
      <ChevronLeft aria-hidden="true" />
      {label}
    </Link>
  );
}
